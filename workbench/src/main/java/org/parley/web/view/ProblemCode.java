package org.parley.web.view;

import java.util.Locale;

/// The kind of an error: a stable code, and its HTTP status.
public enum ProblemCode {
  UNREADABLE_QUESTION(400, "A parameter, or the JSON that was sent, cannot be read."),
  UNREADABLE_REQUEST(400, "The request is not HTTP as it should be."),
  SIGNED_OUT(401, "Nobody has signed in, or the token is unknown."),
  TOKEN_EXPIRED(401, "The token has expired."),
  NOT_FOR_ROLE(403, "The role of the account does not allow it."),
  TOKEN_READS_ONLY(403, "The token reads only."),
  FOREIGN_REQUEST(403, "The request lacks the CSRF token, or comes from another site."),
  NOT_ON_RECORD(404, "The case has nothing of this name, or the account may not see it."),
  NO_SUCH_ADDRESS(404, "No address of this server is called so."),
  NOT_KEPT_HERE(404, "This server has no accounts or no journal."),
  NO_ANSWER(404, "The job ended without an answer."),
  METHOD_NOT_ALLOWED(405, "The address does not take this method."),
  NOT_ACCEPTABLE(406, "None of the media types in Accept can be sent."),
  TIMED_OUT(408, "The request did not come as a whole in time."),
  CHANGED_MEANWHILE(409, "Somebody else changed the record since the version that is named."),
  UNDO_UNDECIDED(409, "What is undone was changed again, and it is not said what to keep."),
  NOT_DONE_YET(409, "The job is still being computed."),
  ARCHIVED(409, "The case is archived, so that nothing of it can be changed."),
  PRECONDITION_FAILED(412, "The record is no longer the version that If-Match names."),
  TOO_LONG(413, "The request is too long."),
  UNREADABLE_CONTENT(415, "The content is not of a type that the address takes."),
  OTHER_HOST(421, "The server does not answer under this host name."),
  NOT_SAVED(422, "The records cannot be saved; `troubles` says why."),
  WIDENS(422, "More people would read a record, and that is not confirmed."),
  CANNOT_BE_UNDONE(422, "The entry cannot be taken back."),
  ACCOUNT_NOT_CHANGED(422, "The account or token cannot be made or changed so."),
  NO_PACKAGES(422, "The case does not say enough to compute packages."),
  NO_FINDING(422, "The content is not a finding that can be checked."),
  FINDING_OF_OTHER_VERSION(422, "The finding is of a version that is not read here."),
  NO_PROPOSAL(422, "The role may not write what the proposal would be."),
  TOO_FAST(429, "Too many requests in a second."),
  TOO_MANY_JOBS(429, "As many jobs are kept as one account may have."),
  FAILED(500, "The program failed; its log says where."),
  FAULTY_CASE(503, "The case cannot be read until its faults are corrected."),
  STILL_READING(503, "The case is still being read."),
  NOT_NOW(503, "It cannot be saved just now."),
  DATABASE_AWAY(503, "The database does not answer."),
  INDEX_NOT_READY(503, "The search index is being made."),
  STOPPING(503, "The server is stopping."),
  TOO_MANY_QUESTIONS(503, "As many questions wait as may.");

  /// The address that lists all codes; a code is a fragment of it.
  public static final String ADDRESS = "/api/problems";

  private final int status;
  private final String meaning;

  ProblemCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// Its meaning, in a sentence.
  public String meaning() {
    return meaning;
  }

  /// The code, in lower case with hyphens.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The type of problem by RFC 9457: a relative reference.
  public String type() {
    return ADDRESS + "#" + code();
  }
}
