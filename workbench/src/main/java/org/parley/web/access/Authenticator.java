package org.parley.web.access;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.parley.web.service.Visitor;
import org.parley.web.view.Link;
import org.parley.wording.Language;

/// Authenticates requests.
public interface Authenticator {

  /// An authenticated requester.
  ///
  /// @param visitor the requester
  /// @param session the session that CSRF tokens are bound to; the process if there are none
  /// @param byForm whether it is a browser with ambient credentials, so that changes need a CSRF
  ///   token
  record Guest(Visitor visitor, String session, boolean byForm) {}

  /// The session of a request.
  ///
  /// @param session the session of an account; empty for a token or an anonymous request
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

  /// Authenticates a request; empty if it has no access.
  Optional<Guest> admit(Context ctx);

  /// Authenticates a request by the secret in its address; empty if that is none, or the requester
  /// has to wait.
  default Optional<Guest> admitAddress(Context ctx, String secret) {
    return Optional.empty();
  }

  /// How many seconds a requester has to wait after too many wrong secret addresses; 0 for none.
  default long addressWaitSeconds(Context ctx) {
    return 0;
  }

  /// The session that CSRF tokens are bound to if sign-in is optional; found without a database.
  default String session(Context ctx) {
    return ANYONE;
  }

  /// Whether the account database answered the last query.
  default boolean answers() {
    return true;
  }

  /// Whether accesses can be audited now. Without an audit nothing is shown.
  default boolean canNote() {
    return true;
  }

  /// The reason why given credentials are refused; empty if they are merely unknown.
  default Optional<String> whyNot(Context ctx) {
    return Optional.empty();
  }

  /// Whether a request may change something, as far as its credentials say: some tokens read only.
  default boolean mayChange(Context ctx) {
    return true;
  }

  /// Whether a requester still has access: a listener may have been signed out since.
  default boolean isStillIn(Guest guest) {
    return true;
  }

  /// The session that CSRF tokens of anonymous requests are bound to.
  String ANYONE = "anyone";

  /// Whether a requester exceeds the rate limit.
  default boolean isTooFast(Context ctx, Optional<Guest> guest) {
    return false;
  }

  /// Adds an access or change to the audit, if there is one.
  default void note(Context ctx, Visitor visitor) {}

  /// Adds an access at a secret address to the audit, if there is one: without the secret.
  default void noteAddress(Context ctx, Visitor visitor, Route route) {}

  /// Stores the language of an account, if there are accounts.
  default void choose(Context ctx, Visitor visitor, Language language) {}

  /// The path that a proxy serves everything under: `/parley`; empty for none.
  default String basePath() {
    return "";
  }

  /// The address that lists the cases of a server of many; empty on a server of one case.
  default Optional<String> home() {
    return Optional.empty();
  }

  /// Whether an address that is not answered may be that of a case, for a requester who has not
  /// signed in. It does not depend on whether there is such a case.
  default boolean asksToSignIn(Context ctx) {
    return false;
  }

  /// Whether nothing may be changed: the case is archived.
  default boolean isReadOnly() {
    return false;
  }

  /// The base of the addresses in an answer.
  default Link.Base base() {
    return new Link.Base(basePath(), null, home().orElse(null));
  }

  /// The origins of sites that may show pictures and tables in frames; empty for none.
  default List<String> framingSites() {
    return List.of();
  }

  /// Whether a request names this server as its host.
  boolean isHost(Context ctx);

  /// Whether only this machine is served, without accounts.
  boolean isLocal();

  /// Whether pages go out over TLS, here or at a proxy in front.
  boolean isSecure(Context ctx);

  /// The authenticator of a case on this machine: every requester is its mediator.
  static Authenticator local(String name) {
    return new LocalAuthenticator(name);
  }

  /// The authenticator of pages that are published as files: every requester is the public.
  ///
  /// @param secure whether they are read over TLS
  /// @param basePath the path that all of them are under; empty for none
  static Authenticator publication(boolean secure, String basePath) {
    return new PublicationAuthenticator(secure, basePath);
  }
}
