package org.parley.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Texts;
import org.parley.model.Case;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.people.People;
import org.parley.web.desk.Desk;
import org.parley.web.desk.JournalDesk;
import org.parley.web.door.AccountDoor;

/// A server for a team, with accounts, on a journal in a folder of its own.
@NullMarked
final class Team implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";
  static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  final Journal journal;
  final People people;
  final AccountDoor door;
  final WebServer server;
  final Desk desk;

  /// Serves a case.
  Team(Path folder, Case contents, boolean open) throws JournalUnavailableException {
    this(
        folder,
        contents,
        new AccountDoor.Setting(Set.of("parley.example.org"), false, false, open));
  }

  Team(Path folder, Case contents, AccountDoor.Setting setting) throws JournalUnavailableException {
    this(folder.resolve("journal").toString(), contents, setting);
  }

  /// Serves a case from a database.
  ///
  /// @param address as [Journal#at] takes it
  Team(String address, Case contents, AccountDoor.Setting setting)
      throws JournalUnavailableException {
    journal = Journal.at(address);
    journal.record(contents, "Ann", "Begun.", NOON);
    people = People.at(address);
    door = new AccountDoor(people, CLOCK, setting);
    desk = new JournalDesk(journal, CLOCK);
    server = WebServer.start(desk, Texts.offline(), door, "127.0.0.1", 0, null);
  }

  void account(String name, String role, @Nullable String party) {
    people.put(name, role, party, PASSWORD.toCharArray(), NOON);
  }

  /// A browser that has signed in.
  Client signedIn(String name) {
    Client client = new Client();
    client.signIn(name, PASSWORD);
    return client;
  }

  Client nobody() {
    return new Client();
  }

  Client withToken(String token) {
    Client client = new Client();
    client.bearer = token;
    return client;
  }

  @Override
  public void close() {
    server.close();
    door.close();
    people.close();
    journal.close();
  }

  /// Somebody who asks; remembers its cookie and the token of forms, as a browser does.
  final class Client {
    private static final Pattern TOKEN = Pattern.compile("X-Parley-Token.{1,24}?([0-9a-f]{32})");

    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    @Nullable String cookie;
    @Nullable String bearer;
    @Nullable String token;

    HttpResponse<String> get(String path) {
      return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
      if (cookie != null) {
        request.header("Cookie", cookie);
      }
      if (bearer != null) {
        request.header("Authorization", "Bearer " + bearer);
      }
      return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        HttpResponse<String> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().firstValue("Set-Cookie").ifPresent(each -> cookie = each.split(";", 2)[0]);
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
          token = found.group(1);
        }
        return answer;
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    HttpResponse<String> signIn(String name, String password) {
      get("/sign-in");
      HttpResponse<String> answer = form("/sign-in", Map.of("name", name, "password", password));
      get("/sign-in");
      return answer;
    }

    /// Sends a form, with the token the last page held.
    HttpResponse<String> form(String path, Map<String, String> fields) {
      String body =
          fields.entrySet().stream()
              .map(each -> each.getKey() + "=" + encoded(each.getValue()))
              .collect(Collectors.joining("&"));
      return send(
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      token == null ? body : body + "&token=" + token)));
    }

    /// Sends JSON, with the token the last page held.
    HttpResponse<String> json(String method, String path, String body) {
      HttpRequest.Builder request =
          request(path)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      if (token != null) {
        request.header("X-Parley-Token", token);
      }
      return send(request);
    }

    static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
