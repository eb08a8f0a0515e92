const XLSX = require('xlsx');
const rows = [
  ['NIS', 'Gemeente', 'Samenwerking', 'Begin', 'Einde', 'Aandeel', 'Actief', 'Opmerking'],
  [41002, 'Aalst', 'Werk aan de Dender', 44805, 46387, 0.125, true, 'eerste'],
  [41034, 'Lede', 'Werk aan de Dender', 44805, 46387, { t: 'e', v: 7, w: '#DIV/0!' }, false, 'verborgen rij'],
  [41011, 'Denderleeuw', 'Werk aan de Dender', 44835, 46387, 12345.678, true],
  [44021, 'Gent', 'Arbeid – Gent', 44562, 47118, -0.07, true, 'één & "twee" €'],
  [],
  ['Nota die over drie kolommen loopt'],
  [], [], [],
  ['herhaald', 'herhaald', 'herhaald'], ['herhaald', 'herhaald', 'herhaald'],
];
const sheet = XLSX.utils.aoa_to_sheet(rows);
for (let row = 2; row <= 5; row++) {
  sheet['D' + row].z = 'dd/mm/yyyy';
  sheet['E' + row].z = row === 5 ? 'mmm/yy' : 'yyyy';
  sheet['F' + row].z = row === 4 ? 'General' : '0.0%';
}
sheet['!merges'] = [{ s: { r: 6, c: 0 }, e: { r: 6, c: 2 } }];
sheet['!rows'] = [{}, {}, { hidden: true }];
sheet['!cols'] = [{}, {}, {}, {}, {}, {}, { hidden: true }];
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, 'Overeenkomsten');
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Gemeente'], ['Ronse']]), 'Weg');
book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
XLSX.writeFile(book, 'samenwerking.xlsb', { bookSST: true, compression: true });
XLSX.writeFile(book, 'zonder_gedeelde_teksten.xlsb', { bookSST: false, compression: true });
