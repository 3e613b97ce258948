package org.parley.cli;

/// The exit codes; numbers from 64 on follow BSD's sysexits.
public final class ExitCode {

  /// All is well.
  public static final int OK = 0;

  /// The case has problems, or the answer is no.
  public static final int PROBLEMS = 1;

  /// The command was not understood.
  public static final int USAGE = 2;

  /// Some of the data could not be read.
  public static final int BAD_DATA = 65;

  /// There is no such folder, or it cannot be read.
  public static final int NO_INPUT = 66;

  /// Something that is needed is not to be had, as a port that is in use.
  public static final int UNAVAILABLE = 69;

  /// Something in Parley itself is broken.
  public static final int INTERNAL = 70;

  /// A file cannot be written, or is there already.
  public static final int CANNOT_WRITE = 73;

  private ExitCode() {}
}
