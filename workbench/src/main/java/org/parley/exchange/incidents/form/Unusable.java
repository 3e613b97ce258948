package org.parley.exchange.incidents.form;

/// That a record cannot be used, and why.
final class Unusable extends RuntimeException {

  private static final long serialVersionUID = 1;

  Unusable(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
