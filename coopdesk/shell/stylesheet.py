"""The small style sheet, generated from tokens: buttons, inputs, headings of lists, named frames. Cells are painted by
delegates, since an item rule silently kills the colours of a model."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def stylesheet(t: Mapping[str, str], px: Callable[[float], int], arrow: str, tick: str) -> str:
    """At most 80 lines. `px` scales with the zoom; `arrow` and `tick` are paths of pictures in the right colour."""
    return f"""
#nav {{ background:{t["sidebar"]}; border:0; border-right:1px solid {t["border"]}; }}
#topbar, #foot {{ background:{t["surface"]}; border:0; }}
#topbar {{ border-bottom:1px solid {t["border"]}; }}
#foot {{ border-top:1px solid {t["border"]}; }}
#page {{ background:{t["window"]}; }}
#card, #popup {{ background:{t["surface"]}; border:1px solid {t["border"]}; border-radius:{px(6)}px; }}
#popup {{ border-color:{t["control"]}; }}
#nav QListView, #popup QListView, #board, QScrollArea {{ background:transparent; border:0; outline:0; }}
#detail {{ background:{t["surface"]}; border:0; border-left:1px solid {t["border"]}; }}
#bar[tone="info"], #note[tone="info"] {{ background:{t["infoBg"]}; border-radius:{px(4)}px; }}
#bar[tone="ok"], #note[tone="ok"] {{ background:{t["okBg"]}; border-radius:{px(4)}px; }}
#bar[tone="warn"], #note[tone="warn"] {{ background:{t["warnBg"]}; border-radius:{px(4)}px; }}
#bar[tone="err"], #note[tone="err"] {{ background:{t["errBg"]}; border-radius:{px(4)}px; }}
#bar[tone] {{ border-radius:0; border-top:1px solid {t["border"]}; }}
QPushButton, QToolButton[kind="flat"] {{ background:{t["surface"]}; color:{t["text"]}; border:1px solid {t["control"]};
  border-radius:{px(4)}px; padding:{px(4)}px {px(11)}px; min-height:{px(22)}px; }}
QToolButton[kind="flat"] {{ padding:{px(4)}px {px(6)}px; min-width:{px(18)}px; }}
QPushButton:hover {{ background:{t["hover"]}; }}
QPushButton:focus, QToolButton[kind="flat"]:focus {{ border:2px solid {t["focus"]}; outline:0;
  padding:{px(4) - 1}px {px(11) - 1}px; }}
QToolButton[kind="flat"]:focus {{ padding:{px(4) - 1}px {px(6) - 1}px; }}
QPushButton:disabled {{ color:{t["disabled"]}; border-color:{t["border"]}; }}
QPushButton[kind="primary"] {{ background:{t["accent"]}; color:{t["onAccent"]}; border-color:{t["accent"]};
  font-weight:600; }}
QPushButton[kind="primary"]:hover {{ background:{t["accentHover"]}; }}
QPushButton[kind="primary"]:focus {{ border:2px solid {t["text"]}; }}
QPushButton[kind="primary"]:disabled {{ background:{t["hover"]}; color:{t["disabled"]}; }}
QPushButton[kind="flat"], QToolButton[kind="flat"] {{ background:transparent; border-color:transparent; }}
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover {{ background:{t["hover"]}; }}
QPushButton[kind="flat"]:focus, QToolButton[kind="flat"]:focus {{ border-color:{t["focus"]}; }}
QPushButton[kind="fold"] {{ text-align:left; border:0; border-top:1px solid {t["border"]}; border-radius:0;
  background:transparent; padding:{px(6)}px 0 {px(2)}px 0; }}
QPushButton[kind="fold"]:focus {{ border:2px solid {t["focus"]}; border-radius:{px(4)}px; }}
QPushButton[kind="left"], QPushButton[kind="area"] {{ text-align:left; }}
QPushButton[kind="chip"] {{ border-color:{t["border"]}; border-radius:{px(13)}px; padding:{px(2)}px {px(10)}px; }}
QPushButton[kind="chip"]:focus {{ padding:{px(2) - 1}px {px(10) - 1}px; }}
QPushButton[kind="chip"]:checked {{ border-color:{t["accent"]}; background:{t["selected"]}; }}
QPushButton[kind="segment"] {{ border-color:{t["border"]}; border-radius:0; }}
QPushButton[kind="segment"]:checked {{ background:{t["selected"]}; border-color:{t["accent"]}; font-weight:600; }}
QPushButton[kind="segment"]:focus {{ border-color:{t["focus"]}; }}
#welcome QPushButton[kind="card"] {{ border:1px solid {t["border"]}; border-radius:{px(6)}px; text-align:left; }}
#welcome QPushButton[kind="card"]:focus {{ border:2px solid {t["focus"]}; }}
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractSpinBox {{ background:{t["surface"]}; color:{t["text"]};
  border:1px solid {t["control"]}; border-radius:{px(4)}px; padding:{px(3)}px {px(7)}px; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ selection-background-color:{t["accent"]}; selection-color:{t["onAccent"]}; }}
QLineEdit, QComboBox {{ min-height:{px(24)}px; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border:2px solid {t["focus"]};
  padding:{px(3) - 1}px {px(7) - 1}px; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {{ border:2px solid {t["errFg"]};
  padding:{px(3) - 1}px {px(7) - 1}px; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ color:{t["disabled"]}; background:{t["window"]}; }}
QComboBox::drop-down {{ border:0; width:{px(24)}px; }}
QComboBox::down-arrow {{ image:url("{arrow}"); width:{px(14)}px; height:{px(14)}px; }}
QTableView, QListView, QTreeView, QHeaderView {{ background:{t["surface"]}; border:0; outline:0; }}
#rows::item {{ padding:{px(4)}px {px(8)}px; color:{t["text"]}; }}
#rows::item:selected {{ background:{t["selected"]}; }}
#question {{ background:{t["warnBg"]}; border:1px solid {t["control"]}; border-radius:{px(6)}px; }}
#chips {{ background:{t["surface"]}; border:1px solid {t["control"]}; border-radius:{px(4)}px; }}
QHeaderView::section {{ background:{t["surface"]}; color:{t["text2"]}; border:0; font-weight:600;
  border-bottom:1px solid {t["border"]}; padding:{px(6)}px {px(8)}px; }}
QTableCornerButton::section {{ background:{t["surface"]}; border:0; border-bottom:1px solid {t["border"]}; }}
QScrollBar:vertical {{ background:transparent; width:{px(12)}px; margin:0; }}
QScrollBar:horizontal {{ background:transparent; height:{px(12)}px; margin:0; }}
QScrollBar::handle {{ background:{t["control"]}; border-radius:{px(3)}px; margin:{px(3)}px; }}
QScrollBar::handle:vertical {{ min-height:{px(32)}px; }} QScrollBar::handle:horizontal {{ min-width:{px(32)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height:0; width:0; }}
QScrollBar::add-page, QScrollBar::sub-page, QSplitter::handle {{ background:transparent; }}
QMenuBar {{ background:{t["surface"]}; color:{t["text"]}; padding:2px 6px; }}
QMenuBar::item {{ padding:{px(4)}px {px(10)}px; border-radius:4px; background:transparent; }}
QMenuBar::item:selected {{ background:{t["hover"]}; }}
QCheckBox, QRadioButton {{ spacing:{px(8)}px; color:{t["text"]}; min-height:{px(26)}px; }}
QCheckBox::indicator, QListWidget::indicator {{ width:{px(16)}px; height:{px(16)}px; border:1px solid {t["control"]};
  border-radius:{px(3)}px; background:{t["surface"]}; }}
QCheckBox::indicator:checked, QListWidget::indicator:checked {{ image:url("{tick}"); border-color:{t["accent"]};
  background:{t["accent"]}; }}
QCheckBox::indicator:focus {{ border:2px solid {t["focus"]}; }}
QTabBar::tab {{ background:transparent; color:{t["text2"]}; border:0; padding:{px(4)}px {px(10)}px; }}
QTabBar::tab:selected {{ color:{t["text"]}; border-bottom:2px solid {t["accent"]}; }}
QTabBar::tab:focus {{ border:1px solid {t["focus"]}; }}
QToolTip {{ background:{t["surface"]}; color:{t["text"]}; border:1px solid {t["control"]}; padding:{px(4)}px; }}
""".strip()
