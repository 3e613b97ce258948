package org.parley.web.service;

import org.parley.casefile.LoadProgress;

/// The case is loading for the first time, so nothing can be shown yet.
public final class CaseLoading extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient LoadProgress.State state;

  CaseLoading(LoadProgress.State state) {
    super("the case is being read", null, false, false);
    this.state = state;
  }

  /// How far it is.
  public LoadProgress.State state() {
    return state;
  }
}
