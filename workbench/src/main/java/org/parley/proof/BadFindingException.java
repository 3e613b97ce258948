package org.parley.proof;

/// A file that is no finding, or is of a version that is not read here.
public final class BadFindingException extends Exception {

  private static final long serialVersionUID = 1L;

  /// The reason why a file is not read.
  public enum Fault {
    NOT_JSON,
    NOT_A_FINDING,
    /// It is of a version that this Parley does not know.
    UNKNOWN_VERSION,
    /// It is of an earlier version, and a part of it has no meaning any more.
    EARLIER_VERSION,
    /// A part of it is missing or has another form.
    UNREADABLE,
    /// The certificate and the solution do not go together.
    STATES_NOTHING;

    /// Whether it was written by another version of Parley, and not damaged.
    public boolean isOfVersion() {
      return this == UNKNOWN_VERSION || this == EARLIER_VERSION;
    }
  }

  private final Fault fault;
  private final int version;
  private final String where;
  private final String detail;

  private BadFindingException(Fault fault, int version, String where, String detail) {
    super(
        "reading a finding of version "
            + version
            + ": "
            + where
            + " "
            + detail
            + " ("
            + fault
            + "). Maybe the file was changed, or is of another version of Parley");
    this.fault = fault;
    this.version = version;
    this.where = where;
    this.detail = detail;
  }

  /// A fault of the file as a whole.
  public BadFindingException(Fault fault, int version, String detail) {
    this(fault, version, "the file", detail);
  }

  /// A part that is missing or has another form.
  public BadFindingException(String where, String detail) {
    this(Fault.UNREADABLE, FindingFile.VERSION, where, detail);
  }

  /// The same fault of a file of this version.
  BadFindingException ofVersion(int written) {
    return fault == Fault.UNREADABLE && written < FindingFile.VERSION
        ? new BadFindingException(Fault.EARLIER_VERSION, written, where, detail)
        : this;
  }

  public Fault fault() {
    return fault;
  }

  /// The version that the file names; 0 if it names none.
  public int version() {
    return version;
  }

  /// The place in the file, as a path of names.
  public String where() {
    return where;
  }

  /// Technical detail, in English.
  public String detail() {
    return detail;
  }
}
