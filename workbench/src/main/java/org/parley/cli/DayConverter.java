package org.parley.cli;

import java.time.LocalDate;
import org.parley.model.InvalidValueException;
import org.parley.model.date.Edtf;
import org.parley.wording.Complaint;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a day from the command line; of an imprecise date, the last day it may mean.
public final class DayConverter implements ITypeConverter<LocalDate> {

  @Override
  public LocalDate convert(String value) {
    try {
      return Edtf.of(value).latestDay();
    } catch (InvalidValueException e) {
      throw new TypeConversionException(Complaint.of(e).sentence());
    }
  }
}
