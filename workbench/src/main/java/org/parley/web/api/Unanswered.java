package org.parley.web.api;

/// A question that can be read, and has no answer.
final class Unanswered extends RuntimeException {

  private final int status;
  private final String title;
  private final String advice;

  Unanswered(int status, String title, String message, String advice) {
    super(message);
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /// What to do, starting with "Maybe".
  String advice() {
    return advice;
  }
}
