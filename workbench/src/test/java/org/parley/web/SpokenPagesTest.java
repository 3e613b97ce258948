package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.round.TabledPackageId;
import org.parley.round.Accord;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.Revelation;
import org.parley.round.SealedAnswer;
import org.parley.round.TabledSheet;
import org.parley.store.FolderJournal;
import org.parley.web.access.Languages;
import org.parley.web.service.FolderCaseService;
import org.parley.web.view.Address;
import org.parley.wording.Language;
import tools.jackson.databind.json.JsonMapper;

/// A page that speaks a language speaks it as a whole: what stands there in English as well comes
/// from the case, or is the same word.
@NullMarked
class SpokenPagesTest {

  private static final Path EXAMPLE = Path.of("../examples/ukraine-2025");

  /// Addresses of the pages that speak every language, with what makes their parts appear.
  private static final List<String> PAGES =
      List.of(
          "/",
          "/?asOf=2025-12-20&known=2025-12-27&then=2025-12-01",
          "/among?parties=UA,US",
          "/claims",
          "/claims?q=nuclear&order=oldest&fate=stands",
          "/claims?q=nothing-has-this",
          "/claims/c-0218-umerov-progress",
          "/points/p2",
          "/points/p14?asOf=2025-12-28",
          "/parties",
          "/parties/UA",
          "/parties/RU",
          "/sources",
          "/sources/ukrinform-1224",
          "/inbox",
          "/instruments",
          "/search",
          "/search?q=nuclear",
          "/edit",
          "/edit/claims?supersedes=c-0218-umerov-progress",
          "/edit/claims/c-0218-umerov-progress",
          "/record/c-0218-umerov-progress",
          "/remove/points/p14",
          "/indicators/read",
          "/settings",
          "/set-aside",
          "/points/p4/texts",
          "/points/p2/precedents?with=p5",
          "/points/p2/passages?words=border",
          "/acts",
          "/timeline?asOf=2025-12-28",
          "/instruments/framework/text",
          "/instruments/framework/compare",
          "/comments",
          "/record/framework/comments",
          "/tasks?show=all",
          "/work",
          "/questions",
          "/questions?ask=answers&for=RU",
          "/questions?ask=blocks",
          "/questions?ask=changed&since=2025-12-20",
          "/packages?wait=true",
          "/packages?within=20&wait=true",
          "/packages?p14=zone&wait=true",
          "/sequence",
          "/sequence?without=territory-after-guarantees,no-temporary-ceasefire",
          "/sequence?read=settlement:signed,effectively-in-place:signed",
          "/sequence/forecast",
          "/sequence/forecast?without=no-temporary-ceasefire",
          "/guarantees",
          "/outlook?scope=full&about=both",
          "/outlook",
          "/outlook/accord",
          "/outlook/burden",
          "/outlook/effects",
          "/outlook/ways",
          "/outlook/ways?asOf=2025-12-28",
          "/indicators",
          "/rounds",
          "/indicators?events=meetings&length=2",
          "/weakest-sources",
          "/findings",
          "/warnings",
          "/packages/rehearsal?plays=10&rounds=10&wait=true",
          "/grid",
          "/confide",
          "/confide?party=UA",
          "/confide/question?party=UA&wait=true",
          "/grid/points",
          "/grid/claims",
          "/import/table",
          "/import/incidents",
          "/read",
          "/queue",
          "/queue/bulk",
          "/templates",
          "/templates/ladder",
          "/templates/phased-withdrawal",
          "/templates/single-text",
          "/grid/text",
          "/places",
          "/watch",
          "/brief",
          "/brief?asOf=2025-12-28&since=2025-12-20");

  /// A case with a log, and its pages.
  private static final Path LOGGED = Path.of("../examples/snapback-2231");

  private static final List<String> LOGGED_PAGES =
      List.of(
          "/guarantees",
          "/brief",
          "/watch",
          "/watch?list=incidents",
          "/watch?list=log",
          "/watch?q=nothing",
          "/incidents/notification-2025");

  /// Pages of a case with rounds.
  private static final List<String> ROUND_PAGES =
      List.of("/rounds", "/rounds/r1", "/rounds/r3", "/waiting", "/rounds/r1/log?step=1");

  /// Pages of a journal, whose first entries add the records of a folder.
  private static final List<String> JOURNAL_PAGES =
      List.of(
          "/history",
          "/history/2",
          "/history/2?undo=all",
          "/undo/NL/1",
          "/versions/NL",
          "/record/NL");

  /// Words that are the same in English and French, names of rules, commands.
  private static final Pattern SAME =
      Pattern.compile(
          "(?i)[\\W\\d_]*|[0-9a-f]{64}|questions?|points?|incidents?|contributions?|(\\d+ )?due|options?|sources?|instruments?|parties?|position|Parley|Nash|JSON|CSV|Verdict"
              + "|Kalai-Smorodinsky|MiCRO|Word|HTML|Akoma Ntoso|PAM|PLOVER|Version( \\d+)?|Contradictions|importance|Direction|Note|XLSX|SVG|PNG|JSON Lines|Parquet|BibTeX|CSL-JSON|parley [a-zA-Z ,.-]+|Français|English|Menu|PDF|date|protection|police|quorum|votes?|conditions?( \\d)?|cyber|air|licence|versions|budget|invocation|format|participants|coalition|union|acceptable|leximin|(contribution|point|position) [\\w-]+|\\d+ (points|sources)");

  /// Options are named by their ids in tables.
  private static final Pattern IDS = Pattern.compile("\\bp\\d+-[a-z0-9-]+");

  @Test
  void nothingIsLeftInEnglish(@TempDir Path rounds, @TempDir Path recorded) throws Exception {
    Set<String> left = new TreeSet<>();
    left.addAll(inEnglish(EXAMPLE, forms(EXAMPLE)));
    left.addAll(inEnglish(LOGGED, forms(LOGGED)));
    Files.writeString(recorded.resolve("a.yaml"), Border.CASE);
    left.addAll(ofJournal(recorded));
    left.addAll(inEnglish(EXAMPLE, PAGES));
    left.addAll(inEnglish(LOGGED, LOGGED_PAGES));
    Files.writeString(rounds.resolve("case.yaml"), RoundsStoryTest.CASE);
    left.addAll(inEnglish(rounds, ROUND_PAGES));
    left.addAll(inEnglish(rounds, List.of("/rounds", "/accords/" + accord(rounds))));
    assertEquals(Set.of(), left);
  }

  /// Puts an accord beside the rounds of a folder; returns its digest.
  private static String accord(Path rounds) throws IOException {
    CaseView view = Team.caseOf(RoundsStoryTest.CASE).viewFor(new Viewer.Mediator());
    TabledSheet sheet = TabledSheet.of(view, view.get(new TabledPackageId("k1")));
    List<SealedAnswer> answers =
        sheet.round().parties().stream()
            .map(
                each ->
                    new SealedAnswer(
                        sheet.tabled().id(),
                        each,
                        Team.NOON,
                        sheet.basis(),
                        new AnswerSheet(new AnswerWord.Accepts(), Map.of())))
            .toList();
    Accord accord = Accord.of(sheet, Revelation.of(sheet, answers, Team.NOON)).orElseThrow();
    String text = JsonMapper.shared().writeValueAsString(accord.text());
    Files.writeString(
        rounds.resolve("accord.yaml"),
        "instruments:\n  - {id: accord, title: T, kind: other, signatories: [AA, BB], source: s1,"
            + " versions: {version: v, date: 2025-12-28, source: s1, text: "
            + text
            + "}}\n");
    return accord.digest();
  }

  /// The form of each kind, empty and with the first record of it, and the page of that.
  private static List<String> forms(Path folder) throws IOException {
    Map<String, String> first = new TreeMap<>();
    RecordForm.kinds().forEach(kind -> first.put(kind, ""));
    if (CaseFolder.of(folder).load() instanceof LoadResult.Loaded loaded) {
      for (CaseRecord each : loaded.contents().viewFor(new Viewer.Mediator()).records()) {
        first.replace(RecordForm.of(each).kind(), "", each.id().value());
      }
    }
    List<String> pages = new ArrayList<>();
    first.forEach(
        (kind, id) -> {
          pages.add("/edit/" + kind);
          if (!id.isEmpty()) {
            pages.add("/edit/" + kind + "/" + id);
            pages.add("/record/" + id);
          }
        });
    return pages;
  }

  /// The same of a folder with a journal.
  private static Set<String> ofJournal(Path folder) throws Exception {
    try (FolderJournal journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
        WebServer server = WebServer.start(new FolderCaseService(folder, journal), 0)) {
      WebClient client = new WebClient(server);
      client.isPatient = true;
      Eventually.get(
          "a history",
          () ->
              Optional.of(client.get("/history").body()).filter(each -> each.contains("NL added")));
      return inEnglish(client, JOURNAL_PAGES, text(folder) + " P Ann");
    }
  }

  /// What stands in English on the pages of a case in French.
  private static Set<String> inEnglish(Path folder, List<String> pages) throws Exception {
    try (WebServer server = WebServer.start(new FolderCaseService(folder, null), 0)) {
      WebClient client = new WebClient(server);
      client.isPatient = true;
      return inEnglish(client, pages, text(folder));
    }
  }

  private static Set<String> inEnglish(WebClient client, List<String> pages, String contents) {
    Set<String> left = new TreeSet<>();
    for (String page : pages) {
      Set<String> english = said(client, page, Language.ENGLISH);
      for (String each : said(client, page, Language.FRENCH)) {
        if (english.contains(each) && !isSame(each, contents)) {
          left.add(page + ": " + each);
        }
      }
    }
    return left;
  }

  @Test
  void everyPageThatSpeaksIsLookedAt() {
    List<String> pages =
        Stream.of(PAGES, LOGGED_PAGES, ROUND_PAGES, JOURNAL_PAGES).flatMap(List::stream).toList();
    for (String path : Languages.spoken()) {
      assertTrue(
          path.startsWith("/api/")
              || path.startsWith("/brief.") // printed of the template of its page
              || path.endsWith(".pdf")
              || path.startsWith(Address.ROUND.path() + "/") // shows the page of the round again
              || path.startsWith(Address.SIGNED.path()) // looked at with an accord of its own
              || path.startsWith(Address.SIGN_IN.path()) // of a team alone: OidcStoryTest
              || path.equals(Address.NOTICES.path()) // of a team alone: NoticesStoryTest
              || path.startsWith(Address.PEOPLE.path()) // the same: PeoplePageTest
              || path.equals(Address.ACCOUNT.path()) // the same: AccountsStoryTest
              || path.equals(Address.NODES.path()) // the same: NodesStoryTest
              || path.equals(Address.STATUS.path()) // the same: ServerStatusStoryTest
              || path.equals(Address.JOBS.path()) // with jobs of its own: JobsPageStoryTest
              || path.equals(Address.FEED_ADDRESSES.path()) // the same: SecretFeedsStoryTest
              || path.startsWith(Address.ACCOUNT.path() + "/") // the same: SecondFactorStoryTest
              || path.startsWith(Address.SIGN_IN.path() + "/") // the same
              || path.equals(Address.PASSWORD_LINK.path()) // the same: PasswordLinkStoryTest
              || path.startsWith("/import/table/") // files, and the page of the table again
              || path.startsWith("/import/incidents/") // a file: IncidentImportStoryTest
              || path.equals(Address.ADD.path()) // of every kind: the forms
              || path.equals(Address.NEW.path()) // of an empty folder: NewCaseStoryTest
              || path.equals(Address.AUDIT.path()) // of a team alone: AccountsStoryTest
              || path.equals(Address.PRESENCE.path()) // a part of the page of a form
              || path.equals(Address.COMPLETE.path()) // the same
              || path.equals(Address.SAID.path()) // the same
              || path.equals(Address.PRESENT.path()) // a part of every page
              || path.equals(Address.GRID_CLAIMS_FILE.path()) // shows the page of the table again
              || path.equals(Address.GRID_TEXT_FILE.path()) // the same
              || path.equals(Address.READ_FILE.path()) // shows the page to read again
              || path.startsWith(Address.TEXT.path()) // with a text of its own: ReadStoryTest
              || path.startsWith(Address.QUEUE.path() + "/") // shows the queue again
              || path.equals(Address.TASK_DONE.path()) // shows the tasks again
              || path.startsWith("/export/") // worded as the page of the plan is
              || pages.stream()
                  .anyMatch(
                      each ->
                          each.split("\\?")[0].matches(path.replaceAll("\\{[a-z]+\\}", "[^/]+"))),
          path);
    }
  }

  /// Whether each part of a list, and each wording in brackets, is of the case or the same word.
  private static boolean isSame(String text, String contents) {
    return Pattern.compile("[,;:(·\\[\\]]")
        .splitAsStream(IDS.matcher(text).replaceAll(""))
        .allMatch(each -> SAME.matcher(each.strip()).matches() || contents.contains(folded(each)));
  }

  private static Set<String> said(WebClient client, String page, Language language) {
    String body =
        client.send(client.request(page).header("Accept-Language", language.tag()).GET()).body();
    Document shown = Jsoup.parse(body);
    assertEquals(language.tag(), shown.select("html").attr("lang"), page);
    shown.select("script, style, svg, pre").remove();
    Set<String> said = new HashSet<>();
    for (Element each : shown.getAllElements()) {
      each.textNodes().stream().map(TextNode::text).map(String::strip).forEach(said::add);
      for (String name : List.of("aria-label", "title", "placeholder", "label")) {
        said.add(each.attr(name).strip());
      }
    }
    return said;
  }

  /// The words of the case, as they may be quoted.
  private static String text(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
      for (Path each : files) {
        all.append(folded(Files.readString(each))).append('\n');
      }
    }
    return all.toString();
  }

  /// Letters alone, so that punctuation, numbers and line breaks do not matter.
  private static String folded(String text) {
    return text.replaceAll("[^\\p{L}]+", " ").strip();
  }
}
