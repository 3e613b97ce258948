package org.parley.exchange.incidents.facts;

import org.parley.model.Refusal;
import org.parley.wording.Complaint;

/// That a record, or a line of a map of words, cannot be used.
public final class UnusableRecordException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;
  private static final int LONGEST = 60;

  private final transient Complaint why;

  public UnusableRecordException(Refusal fault) {
    this(fault, "");
  }

  /// @param value the wrong value; a long one is shortened
  public UnusableRecordException(Refusal fault, String value) {
    this.why = new Complaint(fault, shortened(value));
  }

  private static String shortened(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
  }

  public Complaint why() {
    return why;
  }

  @Override
  public String getMessage() {
    return why.sentence();
  }
}
