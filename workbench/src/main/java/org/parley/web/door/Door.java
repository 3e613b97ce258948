package org.parley.web.door;

import io.javalin.http.Context;
import java.util.Optional;
import org.parley.web.desk.Visitor;

/// Finds out who asks.
public interface Door {

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
  /// @param from from which address
  /// @param bySession whether in an open session of an account, not with a token
  record Caller(String from, boolean bySession) {}

  /// How a request came.
  default Caller caller(Context ctx) {
    return new Caller(String.valueOf(ctx.req().getRemoteAddr()), false);
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

  /// Whether a request names this server as its host.
  boolean isHost(Context ctx);

  /// Whether only this machine is served, without accounts.
  boolean isLocal();

  /// Whether pages go out over TLS, here or at a proxy in front.
  boolean isSecure(Context ctx);

  /// The door of a case on this machine: whoever comes is its mediator.
  static Door local(String name) {
    return new LocalDoor(name);
  }
}
