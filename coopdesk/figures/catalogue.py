"""The indicators Coopdesk knows, with definition, unit, source and series breaks.

Definitions: Steunpunt Werk (Vlaamse Arbeidsrekening), Statistiek Vlaanderen, VDAB Arvastat and Statbel, as collected on
their public pages. A figure of one source is never put in the place of another's.
"""

from __future__ import annotations

from coopdesk.figures.model import Indicator, Measured, Unit
from coopdesk.words.marks import N_

VAR = "Steunpunt Werk, Vlaamse Arbeidsrekening"
STATBEL = "Statbel"
ARVASTAT = "VDAB, Arvastat"
POD_MI = "POD Maatschappelijke Integratie"

RATE, POPULATION, EMPLOYED = "employment_rate", "population_20_64", "employed_20_64"


def _population(code: str, title: str, band: str) -> Indicator:
    definition = N_("Inhabitants of this age on 1 January, from the National Register.")
    return Indicator(code, title, definition, Unit.PERSONS, Measured.STOCK, band, STATBEL)


INDICATORS = (
    Indicator(
        RATE, N_("Employment rate 20-64"),
        N_("Persons aged 20-64 in work ÷ all inhabitants aged 20-64, mean of the four quarters "
           "(Vlaamse Arbeidsrekening). Values of the labour force survey (EAK) are another series."),
        Unit.PERCENT, Measured.RATE, "20-64", VAR, EMPLOYED, POPULATION, decimals=1,
    ),
    Indicator(
        EMPLOYED, N_("Persons in work 20-64"),
        N_("Inhabitants aged 20-64 who work, mean of the four quarters."),
        Unit.PERSONS, Measured.MEAN, "20-64", VAR,
    ),
    _population("population", N_("Inhabitants"), "0+"),
    _population("population_0_14", N_("Inhabitants 0-14"), "0-14"),
    _population("population_15_17", N_("Inhabitants 15-17"), "15-17"),
    _population("population_18_19", N_("Inhabitants 18-19"), "18-19"),
    _population("population_20_24", N_("Inhabitants 20-24"), "20-24"),
    _population("population_25_54", N_("Inhabitants 25-54"), "25-54"),
    _population("population_55_64", N_("Inhabitants 55-64"), "55-64"),
    _population("population_65_plus", N_("Inhabitants 65+"), "65+"),
    _population("population_15_64", N_("Inhabitants 15-64"), "15-64"),
    _population(POPULATION, N_("Inhabitants 20-64"), "20-64"),
    Indicator(
        "labour_force", N_("Labour force 15-64"), N_("Inhabitants aged 15-64 who work or look for work."),
        Unit.PERSONS, Measured.MEAN, "15-64", VAR,
    ),
    Indicator(
        "labour_force_20_64", N_("Labour force 20-64"), N_("Inhabitants aged 20-64 who work or look for work."),
        Unit.PERSONS, Measured.MEAN, "20-64", VAR,
    ),
    Indicator(
        "labour_force_18_65", N_("Labour force 18-65"),
        N_("Inhabitants aged 18-65 who work or look for work, as Arvastat counts them: fixed for a year."),
        Unit.PERSONS, Measured.MEAN, "18-65", ARVASTAT,
    ),
    Indicator(
        "unemployed_15_64", N_("Unemployed 15-64"),
        N_("Inhabitants aged 15-64 who look for work and have none, mean of the four quarters."),
        Unit.PERSONS, Measured.MEAN, "15-64", VAR,
    ),
    Indicator(
        "activity_rate", N_("Activity rate 20-64"),
        N_("Persons aged 20-64 who work or look for work ÷ all inhabitants of that age."),
        Unit.PERCENT, Measured.RATE, "20-64", VAR, "labour_force_20_64", POPULATION, decimals=1,
    ),
    Indicator(
        "inactive_persons", N_("Inactive persons 20-64"),
        N_("Inhabitants aged 20-64 who neither work nor look for work."),
        Unit.PERSONS, Measured.MEAN, "20-64", VAR,
    ),
    Indicator(
        "unemployment_rate", N_("Unemployment rate 15-64"),
        N_("Unemployed ÷ labour force (persons in work and unemployed), administrative (Vlaamse Arbeidsrekening)."),
        Unit.PERCENT, Measured.RATE, "15-64", VAR, "unemployed_15_64", "labour_force", decimals=1,
    ),
    Indicator(
        "jobseeker_rate", N_("Jobseeker rate 18-65"),
        N_("Jobseekers without work aged 18-65 ÷ labour force 18-65; the denominator is fixed for a year."),
        Unit.PERCENT, Measured.RATE, "18-65", ARVASTAT, "jobseekers", "labour_force_18_65",
        ("2021-07",), decimals=1,
    ),
    Indicator(
        "jobseekers", N_("Jobseekers without work"),
        N_("Jobseekers without work (WZW). A wider group than the former NWWZ: the two are never joined."),
        Unit.PERSONS, Measured.STOCK, "18-65", ARVASTAT, breaks=("2021-07",),
    ),
    Indicator(
        "unemployed_jobseekers", N_("Unemployed jobseekers (former definition)"),
        N_("Unemployed jobseekers (NWWZ), four categories. "
           "Followed by jobseekers without work (WZW), another definition."),
        Unit.PERSONS, Measured.STOCK, "18-65", ARVASTAT, breaks=("2021-07",),
    ),
    Indicator(
        "social_assistance_recipients", N_("Social-assistance recipients"),
        N_("Persons with a (comparable) social-assistance income, mean of twelve months."),
        Unit.PERSONS, Measured.MEAN, "18+", POD_MI,
    ),
    Indicator(
        "vacancies", N_("Vacancies received"),
        N_("Vacancies received by VDAB in the period, without temporary agency work."),
        Unit.JOBS, Measured.FLOW, "", ARVASTAT,
    ),
    Indicator(
        "open_vacancies", N_("Open vacancies"),
        N_("Vacancies open at the end of the period, without temporary agency work."),
        Unit.JOBS, Measured.STOCK, "", ARVASTAT,
    ),
    Indicator(
        "tightness_ratio", N_("Jobseekers per vacancy"),
        N_("Jobseekers ÷ open vacancies. A low value means a tight labour market."),
        Unit.RATIO, Measured.RATE, "", ARVASTAT, "jobseekers", "open_vacancies", decimals=2,
    ),
    Indicator(
        "jobs", N_("Jobs"), N_("Jobs of employees and self-employed located in the municipality."),
        Unit.JOBS, Measured.STOCK, "", VAR,
    ),
    Indicator(
        "job_ratio", N_("Job ratio"), N_("Jobs in the municipality ÷ inhabitants aged 15-64."),
        Unit.PERCENT, Measured.RATE, "15-64", VAR, "jobs", "population_15_64", decimals=1,
    ),
    Indicator(
        "outgoing_commuters", N_("Residents who work in another municipality"),
        N_("Employees living here who work in another municipality."),
        Unit.PERSONS, Measured.MEAN, "", STATBEL,
    ),
)  # fmt: skip
BY_CODE = {indicator.code: indicator for indicator in INDICATORS}
