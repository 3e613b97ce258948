package org.parley.exchange.sheet;

import java.util.regex.Pattern;

/// Cells whose formula has no value.
public final class FormulaErrors {

  private static final Pattern ERROR =
      Pattern.compile(
          "#(?:N/A|N/D|NV|REF!|BEZUG!|VALUE!|VALEUR!|WERT!|DIV/0!|NAME\\?|NOM\\?|NUM!|NOMBRE!|ZAHL!|NULL!|NUL!"
              + "|SPILL!|CALC!|GETTING_DATA|[¡¿]?(?:REF|VALOR|DIV/0|NOMBRE|NUM|NULO)[!?]"
              + "|Н/Д|ССЫЛКА!|ЗНАЧ!|ДЕЛ/0!|ИМЯ\\?|ЧИСЛО!|ПУСТО!)|(?:Err|Fehler|Erreur|Ошибка):\\d{3}");

  private FormulaErrors() {}

  public static boolean isOne(String cell) {
    return (cell.startsWith("#") || cell.endsWith("0") || cell.indexOf(':') > 0)
        && ERROR.matcher(cell).matches();
  }
}
