package org.parley.bench.journal;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.bench.board.BoardCorpus;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseReader;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.cases.Case;
import org.parley.model.claim.Claim;
import org.parley.store.FolderJournal;
import org.parley.store.Journal;
import org.parley.web.WebServer;
import org.parley.web.service.CaseService;
import org.parley.web.service.FolderCaseService;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;

/// Prints the time of a decision in the review queue that writes a claim, and of saving a claim.
/// Both are measured from the request to the answer.
///
/// Usage: `DecisionBench [CLAIMS [folder|journal|ADDRESS]]`; default 10,000 claims in a folder with
/// its journal. An address is that of a database. Each decision has to be answered by its changes
/// alone. In the end the case is read anew, and has to hold the claims served and no others.
public final class DecisionBench {

  private static final int ARTICLES = 40;
  private static final int WARM_UP = 5;
  private static final int SAVES = 30;

  /// So far apart, statements are not taken for one.
  private static final long DAYS_APART = 3;

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  private static final String TALKS =
      """
      parties:
        - {id: NL, name: Northland, kind: state}
        - {id: SL, name: Southland, kind: state}
      instruments:
        - {id: accord, title: Border accord, kind: treaty, signatories: [NL, SL]}
      """;

  /// The subjects of the articles.
  private static final List<String> MATTERS =
      List.of(
          "Fishing rights",
          "Customs tariffs",
          "Water quotas",
          "Harbour fees",
          "Mine clearance",
          "Pension claims",
          "School curricula",
          "Grain exports",
          "Refugee returns",
          "Monitoring posts",
          "Flight corridors",
          "Debt relief",
          "Media access",
          "Court records",
          "Land titles",
          "Police training",
          "Power lines",
          "Rail links",
          "Forest concessions",
          "Prisoner exchanges");

  private static final Pattern FORM = Pattern.compile("(?s)<form class=\"decision\".*?</form>");
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
  private static final Pattern STATE = Pattern.compile("id=\"queue-state\"[^>]*value=\"([^\"]*)\"");
  private static final Pattern OFFERED =
      Pattern.compile("name=\"as\" value=\"([^\"]*)\" data-key=\".\" data-first");
  private static final Pattern TROUBLE = Pattern.compile("role=\"alert\">([^<]*)");
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  private DecisionBench(URI server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws Exception {
    int claims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    String where = arguments.length > 1 ? arguments[1] : "folder";
    Path work = Files.createTempDirectory("parley-bench");
    try {
      Map<String, String> files = new LinkedHashMap<>(CaseWriter.write(generated(claims)));
      files.put("talks.yaml", talks());
      if (where.equals("folder")) {
        inFolder(files, work);
      } else {
        inJournal(files, where.equals("journal") ? work.resolve("journal").toString() : where);
      }
    } finally {
      try (var all = Files.walk(work)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static Case generated(int claims) {
    return Case.of(BoardCorpus.info(), BoardCorpus.of(claims, claims / 10, 1));
  }

  private static String talks() {
    StringBuilder text = new StringBuilder(TALKS).append("points:\n");
    for (int i = 0; i < MATTERS.size(); i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "  - {id: m%d, number: \"%d\", title: %s, instrument: accord}%n",
              i,
              i + 1,
              MATTERS.get(i)));
    }
    return text.toString();
  }

  private static void inFolder(Map<String, String> files, Path folder) throws Exception {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Case served;
    try (FolderJournal journal = new FolderJournal(folder, "bench", Clock.systemUTC())) {
      served = serve(new FolderCaseService(folder, journal));
    }
    if (!(CaseFolder.of(folder).load() instanceof LoadResult.Loaded loaded)) {
      throw new AssertionError("the folder is faulty");
    }
    check(served, loaded.contents());
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      check(served, journal.snapshot().findCase().orElseThrow());
    }
  }

  private static void inJournal(Map<String, String> files, String address) throws Exception {
    if (!(CaseReader.read(files) instanceof LoadResult.Loaded loaded)) {
      throw new AssertionError("the case is faulty");
    }
    Case served;
    try (Journal journal = Journal.at(address)) {
      journal.record(loaded.contents(), "bench", "filling", Instant.EPOCH);
      served = serve(new JournalCaseService(journal, Clock.systemUTC()));
    }
    try (Journal journal = Journal.at(address)) {
      check(served, journal.snapshot().findCase().orElseThrow());
    }
  }

  private static void check(Case served, Case read) {
    if (!served.equals(read)) {
      throw new AssertionError("read anew, the case is another than the one served");
    }
  }

  /// Decides and saves, and returns the case as it is served then.
  private static Case serve(CaseService service) throws Exception {
    Visitor visitor = Visitor.mediator(System.getProperty("user.name", "bench"));
    int before = claims(open(service, visitor));
    try (WebServer web = WebServer.start(service, 0)) {
      new DecisionBench(web.address()).decide();
    }
    save(service, visitor);
    OpenCase open = open(service, visitor);
    if (claims(open) < before + SAVES) {
      throw new AssertionError(claims(open) - before + " claims more");
    }
    return Case.of(open.view().info(), open.view().records());
  }

  private static OpenCase open(CaseService service, Visitor visitor) {
    if (service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open)) {
      return open;
    }
    throw new AssertionError("no case");
  }

  private static int claims(OpenCase open) {
    return open.view().claims().size();
  }

  // Decisions, as a browser sends them.

  private void decide() throws IOException, InterruptedException {
    String page = get("/queue");
    for (int i = 0; i < ARTICLES; i++) {
      String matter = MATTERS.get(i % MATTERS.size()).toLowerCase(Locale.ROOT);
      String told =
          i < MATTERS.size()
              ? "Northland's foreign minister Ann Berg told reporters that "
                  + matter
                  + " were settled."
              : "Southland's chief negotiator Tom Hale said that " + matter + " remained open.";
      post(
          "/queue",
          Map.of(
              "token",
              first(TOKEN, page),
              "text",
              told,
              "publisher",
              "Paper " + i,
              "published",
              FIRST_DAY.plusDays(DAYS_APART * i).toString()),
          false);
    }
    while (get("/queue").contains("class=\"work\"")) {
      Thread.sleep(100);
    }
    page = get("/queue");
    Timing all = new Timing();
    int whole = 0;
    int written = 0;
    while (FORM.matcher(page).find()) {
      String form = first(FORM, page);
      Map<String, String> fields = new LinkedHashMap<>();
      for (MatchResult each : FIELD.matcher(form).results().toList()) {
        fields.put(each.group(1), each.group(2));
      }
      Matcher offered = OFFERED.matcher(form);
      boolean isWritten = offered.find();
      fields.put("state", first(STATE, page));
      fields.put("as", isWritten ? offered.group(1) : "dismiss");
      Took took = new Took();
      HttpResponse<String> answer = post("/queue/decide", fields, true);
      if (answer.statusCode() != 200 && answer.statusCode() != 303) {
        throw new AssertionError(
            answer.statusCode() + ": " + TROUBLE.matcher(answer.body()).results().toList());
      }
      whole += answer.statusCode() == 200 ? 0 : 1;
      written += isWritten ? 1 : 0;
      if (isWritten && written > WARM_UP) {
        all.add(took);
      }
      page = get("/queue");
    }
    if (written < 2 * WARM_UP) {
      throw new AssertionError("only " + written + " decisions that write");
    }
    all.print("a decision (" + whole + " of all answered by the whole page)");
  }

  private String get(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(server.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private HttpResponse<String> post(String path, Map<String, String> fields, boolean byScript)
      throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    if (byScript) {
      request.header("HX-Request", "true");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String first(Pattern pattern, String text) {
    MatchResult found =
        pattern
            .matcher(text)
            .results()
            .findFirst()
            .orElseThrow(() -> new AssertionError(pattern + " is not in " + text));
    return found.group(found.groupCount());
  }

  // Claims, as a form saves them.

  private static void save(CaseService service, Visitor visitor) {
    Claim model = open(service, visitor).view().claims().getFirst();
    Timing all = new Timing();
    for (int i = 0; i < SAVES; i++) {
      List<CaseEdit> edits = List.of(new CaseEdit.Add(AppendBench.named(model, "added" + i), null));
      Took took = new Took();
      SaveOutcome saved = service.change(visitor, edits, "one more", Map.of());
      var _ = open(service, visitor);
      if (!(saved instanceof SaveOutcome.Saved)) {
        throw new AssertionError("not saved: " + saved);
      }
      if (i >= SAVES / 3) {
        all.add(took);
      }
    }
    all.print("a claim saved");
  }

  /// The time since it was made.
  private static final class Took {
    private final OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long begun = System.nanoTime();
    private final long used = machine.getProcessCpuTime();

    double millis() {
      return (System.nanoTime() - begun) / 1e6;
    }

    double processorMillis() {
      return (machine.getProcessCpuTime() - used) / 1e6;
    }
  }

  /// Times of several runs.
  private static final class Timing {
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();

    void add(Took took) {
      millis.add(took.millis());
      processor.add(took.processorMillis());
    }

    void print(String what) {
      System.out.printf(
          "%s: %s ms, %s ms of the processors; the median of %d, load average %.1f%n",
          what,
          spread(millis),
          spread(processor),
          millis.size(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String spread(List<Double> values) {
      double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return String.format(
          Locale.ROOT,
          "%.0f (%.0f-%.0f)",
          sorted[sorted.length / 2],
          sorted[0],
          sorted[sorted.length - 1]);
    }
  }
}
