package org.parley.exchange.sheet;

import java.io.IOException;
import java.io.Serial;
import org.parley.wording.Complaint;

/// A spreadsheet that cannot be read, with fault and advice.
public final class BadSheetException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final transient Complaint why;

  public BadSheetException(SheetFault why, String value) {
    this.why = new Complaint(why, value);
    super(why.code());
  }

  public Complaint why() {
    return why;
  }

  @Override
  public String getMessage() {
    return why.sentence();
  }
}
