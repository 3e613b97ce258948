package org.parley.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.parley.operate.LogFields;
import org.parley.operate.ServerLog;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalUnavailableException;
import org.parley.store.JournalWriteException;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.cases.CaseAsker;
import org.parley.web.cases.CaseVisits;
import org.parley.web.cases.HostedCases;
import org.parley.web.cases.ServerAddress;

/// Passes requests below `/cases/ID/` on to the server of that case, for those who may come in.
///
/// For all others the request goes on to the server that lists the cases, which has no such
/// address. So a case that somebody may not see is answered as one that does not exist, by the same
/// code.
final class CaseMounts extends Handler.Wrapper {

  /// The attribute of a request for a case that cannot be opened now, by one who may come in.
  static final String AWAY = "parley.case-away";

  private static final String BEARER = "Bearer ";
  private static final Pattern SECRET_ADDRESS = ServerAddress.secrets();

  private final HostedCases hosted;
  private final AccountAuthenticator authenticator;
  private final CaseVisits visits;
  private final Pattern mounted;

  CaseMounts(HostedCases hosted, AccountAuthenticator authenticator, CaseVisits visits) {
    this.hosted = hosted;
    this.authenticator = authenticator;
    this.visits = visits;
    this.mounted = ServerAddress.casesUnder(authenticator.basePath());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Matcher path = mounted.matcher(Request.getPathInContext(request));
    String within = path.matches() ? path.group(2) : null;
    HostedCases.CaseUse held = path.matches() ? use(request, path.group(1), within) : null;
    if (held == null) {
      return super.handle(request, response, callback);
    }
    if (within == null) {
      held.close();
      Response.sendRedirect(request, response, callback, request.getHttpURI().getPath() + "/");
      return true;
    }
    boolean isHandled = false;
    try {
      isHandled =
          held.opened().handler().handle(request, response, Callback.from(callback, held::close));
      return isHandled;
    } finally {
      if (!isHandled) {
        held.close();
      }
    }
  }

  /// The case that a request is for; null if the requester may not come in.
  ///
  /// @param within the path within the case; null for the case without a slash
  private HostedCases.@Nullable CaseUse use(Request request, String id, @Nullable String within) {
    Matcher address = SECRET_ADDRESS.matcher(within == null ? "" : within);
    try {
      CaseAsker asker = asker(request);
      if (!hosted.admits(id, asker, address.matches() ? address.group(1) : null)) {
        return null;
      }
      request.setAttribute(AWAY, true);
      HostedCases.CaseUse found = isPage(request) ? hosted.use(id) : hosted.useOnceRead(id);
      request.removeAttribute(AWAY);
      if ("/".equals(within)
          && request.getMethod().equals("GET")
          && found.opened().service().isLoaded()) {
        visits.note(asker, id, found.opened().service().entry());
      }
      return found;
    } catch (JournalAwayException | JournalUnavailableException | JournalWriteException e) {
      ServerLog.warn(LogFields.of("case-away").with("case", id).with(e));
      return null;
    }
  }

  /// Whether a browser asks for a page, which can say how far a case is read.
  private static boolean isPage(Request request) {
    String accepted = request.getHeaders().get(HttpHeader.ACCEPT);
    return request.getMethod().equals("GET") && accepted != null && accepted.contains("text/html");
  }

  private CaseAsker asker(Request request) {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (authorization != null) {
      return authorization.startsWith(BEARER)
          ? CaseAsker.program(authorization.substring(BEARER.length()).strip())
          : CaseAsker.person("");
    }
    return CaseAsker.person(authenticator.person(session(request)).orElse(""));
  }

  private @Nullable String session(Request request) {
    List<HttpCookie> cookies = Request.getCookies(request);
    return cookies.stream()
        .filter(each -> each.getName().equals(authenticator.cookie()))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }
}
