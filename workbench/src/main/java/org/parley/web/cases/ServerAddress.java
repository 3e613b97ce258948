package org.parley.web.cases;

import java.util.regex.Pattern;
import org.parley.web.view.Link;

/// The addresses of a server of many cases, besides those of its cases.
public enum ServerAddress {
  CASES("/"),
  FIND("/find"),
  API_CASES("/api/cases"),
  API_FIND("/api/find"),
  API_DOCUMENT("/api/openapi.json"),
  SERVER("/server"),
  SERVER_STATUS("/server/status"),
  API_STATUS("/api/status"),
  SERVER_CASE("/server/cases/{id}"),
  SERVER_PEOPLE("/server/people"),
  SERVER_PERSON("/server/people/{id}"),
  OWN("/account");

  private final String path;

  ServerAddress(String path) {
    this.path = path;
  }

  /// The path of a case within the server, without a slash at its end.
  public static String ofCase(String id) {
    return "/cases/" + id;
  }

  /// Matches the paths of cases: the id, and the path within the case, if any.
  public static Pattern casesUnder(String basePath) {
    return Pattern.compile(Pattern.quote(basePath) + "/cases/([^/]+)(/.*)?");
  }

  /// Matches the secret addresses within a case: the secret.
  public static Pattern secrets() {
    return Pattern.compile("/feeds/([^/]+)/[^/]+");
  }

  /// The path as the router has it.
  public String path() {
    return path;
  }

  /// The address in an answer.
  public String link() {
    return Link.atHome(path);
  }

  /// The address in an answer, of one thing.
  public String link(String id) {
    return Link.atHome(path.replace("{id}", Link.encoded(id)));
  }
}
