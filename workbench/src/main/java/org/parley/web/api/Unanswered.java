package org.parley.web.api;

import org.parley.web.view.ProblemCode;

/// A question that can be read, and has no answer.
final class Unanswered extends RuntimeException {

  private final ProblemCode code;
  private final String title;
  private final String advice;

  Unanswered(ProblemCode code, String title, String detail, String advice) {
    super(detail);
    this.code = code;
    this.title = title;
    this.advice = advice;
  }

  ProblemCode code() {
    return code;
  }

  String title() {
    return title;
  }

  /// The advice, starting with "Maybe".
  String advice() {
    return advice;
  }
}
