package org.parley.cli;

import org.parley.exchange.sheet.DayOrder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the order of day and month.
public final class DayOrderConverter implements ITypeConverter<DayOrder> {

  @Override
  public DayOrder convert(String word) {
    DayOrder order = DayOrder.of(word);
    if (order == DayOrder.UNKNOWN) {
      throw new TypeConversionException(
          "\"" + word + "\" is no order of day and month. Maybe day-first or month-first");
    }
    return order;
  }
}
