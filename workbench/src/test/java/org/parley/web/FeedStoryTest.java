package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.intake.Texts;
import org.parley.newsfeed.FeedShelf;
import org.parley.newsfeed.NewsWatch;
import org.parley.newsfeed.SmallPress;
import org.parley.web.service.FolderCaseService;

/// An analyst watches a feed on her own machine, and what it brings waits on the queue.
class FeedStoryTest {

  private static final String ARTICLE =
      "Northland's foreign minister Ann Berg told reporters on Tuesday that fishing rights were"
          + " settled, but the course of the border remained open.";

  @TempDir Path folder;
  private SmallPress press;
  private NewsWatch watch;
  private WebServer server;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

  @BeforeEach
  void start() throws Exception {
    press = new SmallPress();
    Path local = Files.createDirectory(folder.resolve("local"));
    Files.writeString(local.resolve("a.yaml"), Border.CASE);
    watch = NewsWatch.of(FeedShelf.at(folder.resolve("feeds.json")), InstantSource.system());
    server =
        WebServer.start(new FolderCaseService(local, null), Texts.offline().withFeeds(watch), 0);
  }

  @AfterEach
  void stop() {
    watch.close();
    server.close();
    client.close();
    press.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.address().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> feed(Map<String, String> fields) throws Exception {
    String token =
        Objects.requireNonNull(Jsoup.parse(get("/queue").body()).selectFirst("[name=token]")).val();
    String body =
        fields.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(server.address().resolve("/queue/feeds"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("token=" + token + "&" + body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatAWatchedFeedTellsWaitsOnTheQueue() throws Exception {
    press.page("/border", ARTICLE);
    press.put(
        "/feed",
        200,
        "application/atom+xml",
        "<feed><title>The Courier</title><entry><id>1</id><title>Fish</title><link"
            + " href=\"/border\"/></entry></feed>",
        Map.of());
    HttpResponse<String> added =
        feed(Map.of("do", "watch", "feed", press.address("/feed"), "minutes", "15"));
    assertEquals(200, added.statusCode(), added.body());
    Document page =
        Eventually.get(
            "article of the feed that is read",
            () -> {
              Document now = Jsoup.parse(get("/queue").body());
              return now.select("article.statement").isEmpty()
                  ? java.util.Optional.empty()
                  : java.util.Optional.of(now);
            });
    assertTrue(page.select(".feeds").text().contains("The Courier every 15 minutes, 1 text"));
    assertTrue(page.select(".on-queue").text().contains("The Courier"), page.text());
    assertTrue(page.select("article.statement").text().contains("fishing rights were settled"));
    assertTrue(get("/api/queue/feeds").body().contains("\"brought\":1"));
    feed(Map.of("do", "look"));
    assertTrue(get("/queue").body().contains("1 text brought"));
    feed(Map.of("do", "forget", "feed", press.address("/feed")));
    assertTrue(!get("/queue").body().contains("1 text brought"));
  }

  @Test
  void whatCannotBeWatchedSaysWhy() throws Exception {
    press.page("/page", "Words.");
    for (Map.Entry<Map<String, String>, String> each :
        Map.of(
                Map.of("do", "watch", "feed", press.address("/page"), "minutes", "15"),
                "It is neither RSS nor Atom",
                Map.of("do", "watch", "feed", press.address("/none"), "minutes", "15"),
                "answered 404",
                Map.of("do", "watch", "feed", "somewhere", "minutes", "15"),
                "This is no address of the web",
                Map.of("do", "watch", "feed", press.address("/page"), "minutes", "often"),
                "It is no number of minutes",
                Map.of("do", "forget", "feed", press.address("/page")),
                "This feed is not watched",
                Map.of("do", "else"),
                "else")
            .entrySet()) {
      HttpResponse<String> answer = feed(each.getKey());
      assertEquals(422, answer.statusCode());
      assertTrue(
          Jsoup.parse(answer.body()).select(".problems").text().contains(each.getValue()),
          answer.body());
    }
  }

  @Test
  void aServerOfATeamWatchesNone() throws Exception {
    try (Team team = new Team(folder, Team.caseOf(Border.CASE), false)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      assertTrue(Jsoup.parse(ann.get("/queue").body()).select(".feeds").isEmpty());
      HttpResponse<String> refused =
          ann.form(
              "/queue/feeds",
              Map.of("do", "watch", "feed", press.address("/feed"), "minutes", "15"));
      assertEquals(422, refused.statusCode());
      assertTrue(refused.body().contains("Feeds are not watched by a server"), refused.body());
      assertEquals(java.util.List.of(), press.asked());
    }
  }
}
