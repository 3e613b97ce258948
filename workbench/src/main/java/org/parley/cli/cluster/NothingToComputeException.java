package org.parley.cli.cluster;

/// A case that has nothing to compute for a job; the message says why, in the chosen language.
final class NothingToComputeException extends Exception {

  private static final long serialVersionUID = 1L;

  NothingToComputeException(String why) {
    super(why);
  }
}
