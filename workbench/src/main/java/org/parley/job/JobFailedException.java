package org.parley.job;

import org.jspecify.annotations.Nullable;

/// A job that could not be computed, though its question is right.
public final class JobFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  /// @param what was being done, with the value that is wrong and advice
  public JobFailedException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
