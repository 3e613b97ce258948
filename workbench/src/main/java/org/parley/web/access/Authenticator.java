package org.parley.web.access;

import io.javalin.http.Context;
import java.util.Optional;
import org.parley.web.service.Visitor;
import org.parley.wording.Language;

/// Authenticates requests.
public interface Authenticator {

  /// Somebody who has come in.
  ///
  /// @param visitor who it is
  /// @param session what the token for forms is bound to: the session, or the process where there
  ///   are none
  /// @param byForm whether it is a browser that would send along what it was not asked to, so that
  ///   changes need the token
  record Guest(Visitor visitor, String session, boolean byForm) {}

  /// How a request came.
  ///
  /// @param session the open session of an account; empty where it came with a token, or by nobody
  record Caller(String session) {

    /// Whether it came in an open session of an account, not with a token.
    public boolean bySession() {
      return !session.isEmpty();
    }
  }

  /// How a request came.
  default Caller caller(Context ctx) {
    return new Caller("");
  }

  /// Who asks; empty where that is somebody who may see nothing.
  Optional<Guest> admit(Context ctx);

  /// What the token for forms is bound to where nobody need come in; found without a database.
  default String session(Context ctx) {
    return ANYONE;
  }

  /// Whether what lets people in answered when it was asked last.
  default boolean answers() {
    return true;
  }

  /// Whether what is looked at now can be noted. What cannot be noted is not shown.
  default boolean canNote() {
    return true;
  }

  /// Why somebody who brings something to come in with does not; empty where there is no more to
  /// say than that it is not known.
  default Optional<String> whyNot(Context ctx) {
    return Optional.empty();
  }

  /// Whether somebody who came in may still be there: whoever listens for news may have been signed
  /// out since.
  default boolean isStillIn(Guest guest) {
    return true;
  }

  /// What the token for forms is bound to where nobody has come in.
  String ANYONE = "anyone";

  /// Whether somebody asks so much that others would have to wait.
  default boolean isTooFast(Context ctx, Optional<Guest> guest) {
    return false;
  }

  /// Notes who looked at what or did what, where that is kept.
  default void note(Context ctx, Visitor visitor) {}

  /// Remembers the language somebody chose, wherever they come in, where there are accounts.
  default void choose(Context ctx, Visitor visitor, Language language) {}

  /// Whether a request names this server as its host.
  boolean isHost(Context ctx);

  /// Whether only this machine is served, without accounts.
  boolean isLocal();

  /// Whether pages go out over TLS, here or at a proxy in front.
  boolean isSecure(Context ctx);

  /// The door of a case on this machine: whoever comes is its mediator.
  static Authenticator local(String name) {
    return new LocalAuthenticator(name);
  }
}
