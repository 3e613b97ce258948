package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.casefile.CaseEdit;
import org.parley.model.Cases;
import org.parley.model.LocalizedText;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.party.Party;
import org.parley.web.access.Route;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.Visit;
import org.parley.web.work.ResultCache;
import org.parley.wording.Language;

/// A page that is kept is the page that would be made.
@NullMarked
class PageCacheTest {

  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

  /// Names that have to be escaped, and one that a page may hold anyway.
  private static final List<String> NAMES = List.of("<b>&\"'</b>", "Ærø", "name");

  @TempDir Path folder;

  private record Answer(int status, String body, String pushed) {

    static Answer of(Team.Client client, String path, boolean isPart, String language) {
      var request = client.request(path).header("Accept-Language", language);
      HttpResponse<String> got =
          client.send((isPart ? request.header("HX-Request", "true") : request).GET());
      return new Answer(
          got.statusCode(), got.body(), got.headers().firstValue("HX-Push-Url").orElse(""));
    }

    Answer of(String name) {
      return new Answer(
          status, TOKEN.matcher(body).replaceAll("token").replace(name, "somebody"), pushed);
    }
  }

  @Test
  void whoeverAsksGetsThePageThatWouldBeMade() throws Exception {
    Case contents = Cases.of(39);
    String party = contents.viewFor(new Viewer.Mediator()).parties().getFirst().id().value();
    try (Team asked = new Team(folder.resolve("asked"), contents, true);
        Team other = new Team(folder.resolve("other"), contents, true)) {
      for (Team team : List.of(asked, other)) {
        for (String name : List.of("ann", "bob")) {
          team.account(name + "-m", "mediator", null);
          team.account(name + "-d", "delegation", party);
          team.account(name + "-w", "monitor", party);
          team.account(name + "-o", "observer", party);
        }
      }
      List<Asked> all = asked(asked, contents);
      assertTrue(all.size() > 200, all.size() + " pages");
      Map<Asked, Answer> first = answers(asked, "ann", all);
      Map<Asked, Answer> again = answers(asked, "bob", all);
      // whoever is first, and whatever they ask for first, all get what is theirs
      Map<Asked, Answer> anew = answers(other, "bob", all.reversed());
      for (Asked each : all) {
        assertEquals(anew.get(each), again.get(each), each.toString());
        assertEquals(anew.get(each), first.get(each), each.toString());
      }
    }
  }

  private record Asked(String path, String role, String language, boolean isPart) {}

  private static List<Asked> asked(Team team, Case contents) {
    List<Asked> all = new ArrayList<>();
    for (String path : paths(team, contents)) {
      for (String role : List.of("-m", "-d", "-w", "-o")) {
        for (String language : path.equals("/") ? Language.tags() : List.of("en")) {
          for (boolean isPart : List.of(false, true)) {
            all.add(new Asked(path, role, language, isPart));
          }
        }
      }
    }
    return all;
  }

  /// What each role is answered, without its name and token.
  private static Map<Asked, Answer> answers(Team team, String name, List<Asked> all) {
    Map<String, Team.Client> clients = new HashMap<>();
    Map<String, String> tokens = new HashMap<>();
    Map<Asked, Answer> answers = new HashMap<>();
    for (Asked each : all) {
      String account = name + each.role;
      Team.Client client = clients.computeIfAbsent(account, team::signedIn);
      client.isPatient = true;
      // a page that is made for every request
      String token = tokens.computeIfAbsent(account, _ -> token(client.get("/history").body()));
      Answer got = Answer.of(client, each.path, each.isPart, each.language);
      assertEquals(token, token(got.body()), each.toString());
      answers.put(each, got.of(account));
    }
    return answers;
  }

  private static String token(String html) {
    return Jsoup.parse(html).select("form.languages input[name=token]").attr("value");
  }

  /// The pages that can be shown of the past too, but for those that show how far a work is or what
  /// became of a record.
  private static Set<String> paths(Team team, Case contents) {
    Set<String> ofPast = team.server.routes().stream().map(Route::path).collect(Collectors.toSet());
    Set<String> paths = new TreeSet<>();
    for (Route route : team.server.routes()) {
      if (ofPast.contains("/then/{number}" + route.path())
          && !Set.of("/packages", "/search", "/record/{id}").contains(route.path())
          && route.kind() == Route.Kind.PAGE) {
        EveryAddressAnswersTest.paths(route, contents).limit(3).forEach(paths::add);
      }
    }
    return paths;
  }

  @Test
  void aChangeIsOnThePage() throws Exception {
    Case contents = SmallWorld.build();
    try (Team team = new Team(folder, contents, true)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      assertFalse(ann.get("/parties").body().contains("Norland"));
      Party first = contents.viewFor(new Viewer.Mediator()).parties().getFirst();
      Party norland =
          new Party(
              first.id(),
              LocalizedText.of("Norland"),
              first.shortName(),
              first.kind(),
              first.members(),
              first.iso3166(),
              first.roles(),
              first.visibility());
      SaveOutcome saving =
          team.desk.change(
              Visitor.mediator("ann"),
              List.of(new CaseEdit.Change(norland)),
              "",
              Map.of(first.id().value(), Version.of(first)));
      assertTrue(saving instanceof SaveOutcome.Saved, saving.toString());
      assertTrue(ann.get("/parties").body().contains("Norland"));
    }
  }

  @Test
  void aPageIsFilledWithWhatDiffers() {
    for (String name : NAMES) {
      Visit visit = visit(name, HexFormat.of().formatHex(new byte[16]));
      PageCache.Asked asked = asked("/", visit);
      Visit gaps = PageCache.withGaps(visit, asked);
      PageCache.Kept kept =
          PageCache.Kept.of("name " + gaps.name() + gaps.token() + " £ " + gaps.token(), "/x");
      String escaped = Entities.escape(name).replace("&quot;", "\"").replace("&apos;", "'");
      assertEquals(
          "name " + escaped + visit.token() + " £ " + visit.token(),
          new String(kept.filledFor(visit), UTF_8));
      assertEquals("/x", kept.pushed());
    }
    Visit known = visit("ann", "");
    assertEquals("", PageCache.withGaps(known, asked("/", known)).token());
  }

  @Test
  void noMoreIsKeptThanFits() {
    ResultCache<PageCache.Asked, PageCache.Kept> pages = PageCache.cache(10_000);
    Visit visit = visit("ann", "");
    List<PageCache.Asked> asked = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      PageCache.Asked each = asked("/?q=" + i, visit);
      asked.add(each);
      pages.keep(each, page("x".repeat(900), true));
      pages.keep(each, page("x".repeat(901), true));
      assertTrue(pages.find(asked.getFirst()).isPresent(), "what is asked for stays");
      assertTrue(pages.bytes() <= 10_000, pages.bytes() + " bytes");
    }
    assertTrue(pages.find(asked.getLast()).isPresent());
    assertFalse(pages.find(asked.get(50)).isPresent());
    pages.keep(asked("/?q=long", visit), page("x".repeat(6_000), true));
    assertTrue(pages.find(asked.getFirst()).isPresent(), "one page does not drive out all others");
  }

  @Test
  void anUnfinishedPageIsMadeAgainOnceMoreIsKnown() {
    ResultCache<PageCache.Asked, PageCache.Kept> pages = PageCache.cache(10_000);
    PageCache.Asked asked = asked("/brief", visit("ann", ""));
    AtomicInteger known = new AtomicInteger();
    List<Boolean> made = new ArrayList<>();
    ResultCache.ResultMaker<PageCache.Kept> making =
        again -> {
          int shown = known.get();
          made.add(again);
          return new ResultCache.CurrentResult<>(
              PageCache.Kept.of("with " + shown, null), () -> known.get() == shown);
        };
    assertEquals("with 0", text(pages.get(asked, making)));
    assertEquals("with 0", text(pages.get(asked, making)));
    known.set(3);
    assertEquals("with 3", text(pages.get(asked, making)));
    assertEquals("with 3", text(pages.get(asked, making)));
    assertEquals(List.of(false, true), made);
  }

  @Test
  void aPageIsMadeOnceForAllWhoAskAndForEachViewerApart() throws Exception {
    ResultCache<PageCache.Asked, PageCache.Kept> pages = PageCache.cache(10_000);
    Visit visit = visit("ann", "");
    PageCache.Asked ours = asked("/brief", visit);
    PageCache.Asked theirs =
        PageCache.Asked.of("/brief", false, Visitor.anyone(), visit("bob", ""));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger made = new AtomicInteger();
    FutureTask<String> slow =
        new FutureTask<>(
            () ->
                text(
                    pages.get(
                        ours,
                        _ -> {
                          begun.countDown();
                          await(goOn);
                          return page("ours " + made.incrementAndGet(), false);
                        })));
    Thread.ofPlatform().daemon().start(slow);
    begun.await();
    FutureTask<String> waiting =
        new FutureTask<>(
            () -> text(pages.get(ours, _ -> page("ours " + made.incrementAndGet(), false))));
    Thread second = Thread.ofPlatform().daemon().start(waiting);
    Eventually.holds("reader who waits", () -> second.getState() == Thread.State.TIMED_WAITING);
    assertEquals("theirs", text(pages.get(theirs, _ -> page("theirs", true))));
    goOn.countDown();
    assertEquals("ours 1", slow.get());
    assertEquals("ours 1", waiting.get());
    assertEquals(1, made.get());
  }

  private static void await(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("a test was interrupted", e);
    }
  }

  private static ResultCache.CurrentResult<PageCache.Kept> page(String html, boolean isFinal) {
    return new ResultCache.CurrentResult<>(PageCache.Kept.of(html, null), () -> isFinal);
  }

  private static String text(PageCache.Kept page) {
    return new String(page.filledFor(visit("ann", "")), UTF_8);
  }

  private static PageCache.Asked asked(String address, Visit visit) {
    return PageCache.Asked.of(address, false, Visitor.mediator("ann"), visit);
  }

  private static Visit visit(String name, String token) {
    Visit nobody = Visit.current();
    return new Visit(
        name,
        "",
        false,
        true,
        true,
        true,
        nobody.may(),
        token,
        () -> false,
        () -> 0,
        Visit.ViewChoice.OWN,
        true);
  }
}
