package org.parley.publication;

import java.io.IOException;

/// A folder is no publication, or none can be written there.
public final class PublicationException extends IOException {
  private static final long serialVersionUID = 1;

  private final PublicationFault fault;
  private final String value;

  public PublicationException(PublicationFault fault, String value) {
    super(fault + ": " + value);
    this.fault = fault;
    this.value = value;
  }

  /// The reason.
  public PublicationFault fault() {
    return fault;
  }

  /// The wrong value.
  public String value() {
    return value;
  }
}
