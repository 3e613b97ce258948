package org.parley.exchange.incidents.form;

/// That a record cannot be used, and why.
final class UnusableRecord extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnusableRecord(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
