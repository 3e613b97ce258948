package org.parley.proof;

/// A file that is no finding.
public final class BadFindingException extends Exception {

  private static final long serialVersionUID = 1L;

  BadFindingException(String where, String what) {
    super(
        "reading a finding: "
            + where
            + " "
            + what
            + ". Maybe the file was changed, or is of another version of Parley");
  }
}
