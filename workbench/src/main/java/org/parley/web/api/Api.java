package org.parley.web.api;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.casefile.shape.Descriptions;
import org.parley.web.access.Authenticator;
import org.parley.web.access.Routes;
import org.parley.web.api.line.Acceptable;
import org.parley.web.api.line.ApiContents;
import org.parley.web.api.line.ApiServices;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Download;
import org.parley.web.api.line.EntityTags;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.OpenApi;
import org.parley.web.api.line.ReadyJson;
import org.parley.web.api.line.Reply;
import org.parley.web.api.line.Types;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.FaultView;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ProblemAnswer;
import org.parley.web.view.ProblemCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The API: everything the pages show and change, as JSON. It uses the same service and the same
/// rights as the pages.
public final class Api {

  static final String DESCRIPTIONS = "/org/parley/web/api/descriptions.properties";
  static final String LINES = "application/x-ndjson";
  private static final String JSON = "application/json";

  /// Groups of lines that are independent of the recorded case.
  private static final Set<String> OF_TODAY =
      Set.of("about", "jobs", "people", "reading", "reference", "rounds");

  /// The OpenAPI document by the address of its server, serialised on first use.
  private static final Map<String, ReadyJson> WRITTEN = new ConcurrentHashMap<>();

  /// A code of problems.
  record ProblemKind(ProblemCode code, int status, String meaning) {}

  private final ApiServices services;
  private final Authenticator authenticator;
  private final InstantSource clock;

  public Api(ApiServices services, Authenticator authenticator, InstantSource clock) {
    this.services = services;
    this.authenticator = authenticator;
    this.clock = clock;
  }

  /// The table.
  public static List<Line> lines() {
    List<Line> all = new ArrayList<>();
    all.add(
        Line.get("/api/openapi.json", "about", "openapi", "this document")
            .forEveryone()
            .answersAny(
                _ ->
                    new Reply.Ready(
                        WRITTEN.computeIfAbsent(Link.api("/"), _ -> ReadyJson.of(document())))));
    all.add(
        Line.get(ProblemCode.ADDRESS, "about", "listProblems", "the codes of problems")
            .forEveryone()
            .lists(ProblemKind.class, Api::problems));
    all.addAll(CaseLines.lines());
    all.addAll(LedgerLines.lines());
    all.addAll(DocumentLines.lines());
    all.addAll(PackageLines.lines());
    all.addAll(SequenceLines.lines());
    all.addAll(GuaranteeLines.lines());
    all.addAll(RoundLines.lines());
    all.addAll(WaitingLines.lines());
    all.addAll(WorkLines.lines());
    all.addAll(NoticeLines.lines());
    all.addAll(NodeLines.lines());
    all.addAll(StatusLines.lines());
    all.addAll(FeedLines.lines());
    all.addAll(ReferenceLines.lines());
    all.addAll(FindingLines.lines());
    all.addAll(JournalLines.lines());
    all.addAll(ChangeLines.lines());
    all.addAll(JobLines.lines(Api::lines));
    all.addAll(TextLines.lines());
    all.addAll(QueueLines.lines());
    all.addAll(TableLines.lines());
    all.addAll(IncidentLines.lines());
    all.addAll(PeopleLines.lines());
    return all.stream().map(Api::withPast).toList();
  }

  /// Adds the parameter for an earlier state to lines that read the case.
  private static Line withPast(Line line) {
    return line.route().isSafe() && line.isOfCase() && !OF_TODAY.contains(line.group())
        ? line.lookingBack()
        : line;
  }

  /// The schemas of what the lines are sent and answer.
  public static Types types() {
    Types types = new Types(Descriptions.in(DESCRIPTIONS));
    types.add(ProblemAnswer.class);
    Records.types(types);
    lines().forEach(types::add);
    return types;
  }

  /// The OpenAPI document.
  public static ObjectNode document() {
    return OpenApi.document(
        new ApiContents(
            "Everything the pages of a case show and change, for programs. Whoever asks gets what"
                + " their role may see, and nothing else.",
            lines(),
            List.of(Download.values()),
            types(),
            examples()),
        version());
  }

  /// The version of the program.
  static String version() {
    String version = Api.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0-SNAPSHOT" : version;
  }

  static JsonNode examples() {
    try (InputStream in = Api.class.getResourceAsStream("/org/parley/web/api/examples.json")) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the examples of the interface", e);
    }
  }

  private static Reply problems(Asked asked) {
    return asked.listed(
        List.of(ProblemCode.values()),
        each -> new ProblemKind(each, each.status(), each.meaning()));
  }

  /// The document as text, in lines.
  public static String text() {
    return text(document());
  }

  static String text(ObjectNode document) {
    return JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(document)
            .replace(System.lineSeparator(), "\n")
        + "\n";
  }

  public void addTo(Routes routes) {
    for (Line line : lines()) {
      routes.add(line.route(), (ctx, visitor) -> answer(line, ctx, visitor));
    }
  }

  private void answer(Line line, Context ctx, Visitor visitor) throws Exception {
    if (!line.route().isSafe() && line.body() != null && !isJson(ctx.contentType())) {
      ProblemAnswer.of(
              ProblemCode.UNREADABLE_CONTENT,
              "That cannot be read",
              "What was sent is not marked as JSON. Nothing was changed.",
              "Maybe add the header Content-Type: application/json.")
          .show(ctx);
      return;
    }
    String type =
        Acceptable.best(ctx.header("Accept"), line.isList() ? List.of(JSON, LINES) : List.of(JSON))
            .orElse(null);
    if (type == null) {
      ProblemAnswer.of(
              ProblemCode.NOT_ACCEPTABLE,
              "That cannot be sent",
              "Accept is \"" + ctx.header("Accept") + "\", which covers nothing that is sent here.",
              "Maybe leave it out, or name " + JSON + ".")
          .show(ctx);
      return;
    }
    switch (services.cases().read(visitor)) {
      case CaseService.CaseAccess.Empty(_, List<FaultView> faults) ->
          Errors.faulty(ctx, visitor, faults);
      case CaseService.CaseAccess.Faulty faulty -> Errors.faulty(ctx, visitor, faulty.faults());
      case CaseService.CaseAccess.Opened(OpenCase open) -> {
        try {
          show(ctx, line, type, reply(line, type, ctx, visitor, open));
        } catch (Unanswered e) {
          if (e.code().status() == 503) {
            ctx.header("Retry-After", "2");
          }
          ProblemAnswer.of(e.code(), e.title(), String.valueOf(e.getMessage()), e.advice())
              .show(ctx);
        }
      }
    }
  }

  private Reply reply(Line line, String type, Context ctx, Visitor visitor, OpenCase open)
      throws Exception {
    Asked asked = asked(line, type, ctx, visitor, open);
    return type.equals(JSON) && AnswerCache.mayKeep(line)
        ? AnswerCache.of(open).get(line, asked, visitor)
        : line.handler().answer(asked);
  }

  private Asked asked(Line line, String type, Context ctx, Visitor visitor, OpenCase now) {
    Asked.Sent sent =
        new Asked.Sent(
            ctx.pathParamMap(),
            ctx.queryParamMap(),
            line.body() == null ? "" : ctx.body(),
            type.equals(LINES),
            line.isConditional() ? ctx.header("If-Match") : null,
            clock.instant(),
            authenticator.caller(ctx));
    return Asked.of(line, services, visitor, now, sent).said(line);
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
  }

  private static void show(Context ctx, Line line, String type, Reply reply) throws IOException {
    switch (reply) {
      case Reply.Listed listed when type.equals(LINES) -> {
        ctx.contentType(LINES).header("Vary", "Accept");
        stream(ctx, listed);
      }
      case Reply.Refused(ProblemAnswer problem) -> problem.show(ctx);
      case Reply.Ready(ReadyJson json, String tag) -> show(ctx, line, json, tag);
      case Reply.One(int status, Object body, String location, String tag) -> {
        ctx.status(status);
        if (location != null) {
          ctx.header("Location", Link.api(location));
        }
        ReadyJson json = ReadyJson.of(body);
        show(ctx, line, json, tag == null ? json.tag() : tag);
      }
      case Reply.Listed listed -> show(ctx, line, type, AnswerCache.ready(listed));
    }
  }

  /// Sends a response, or 304 if the client has it (conditional GET). Only responses that depend on
  /// the case and the request alone have an ETag.
  private static void show(Context ctx, Line line, ReadyJson json, String tag) {
    ctx.contentType(JSON);
    if (line.isList()) {
      ctx.header("Vary", "Accept");
    }
    if (line.isTagged()) {
      ctx.header("ETag", tag);
      if (EntityTags.of(ctx.header("If-None-Match")).matchWeakly(tag)) {
        ctx.status(304);
        return;
      }
    }
    ctx.result(json.open());
  }

  private static void stream(Context ctx, Reply.Listed listed) throws IOException {
    BufferedWriter out =
        new BufferedWriter(new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8));
    try {
      listed
          .items()
          .accept(
              item -> {
                try {
                  out.write(AnswerJson.line(item));
                  out.write('\n');
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }
}
