package org.parley.web.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.exact.Stage;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Jobs;
import org.parley.web.api.line.Jobs.Job;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.service.Role;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.ProblemCode;
import org.parley.web.work.Work;
import org.parley.wording.Language;
import tools.jackson.databind.JsonNode;

/// Asynchronous jobs for long questions: start, poll, cancel.
///
/// Every question with a deadline can be a job. It is about the case at its start. The answer is
/// that of the synchronous question, with complete lists, in the language of its owner.
final class JobLines {

  /// A question that is computed in the background.
  ///
  /// @param stage what is being searched; absent where nothing is
  /// @param part how far that has come, from 0 to 1
  /// @param ended why it ended early; absent where it did not
  record JobAnswer(
      String job,
      String ask,
      JobState state,
      @Nullable Stage stage,
      @Nullable Double part,
      @Nullable JobEnd ended) {

    static JobAnswer of(Job job) {
      Work work = job.work();
      // read first: what ends in between is told as going on, and asked for once more
      boolean finished = work.isFinished();
      Stage stage = finished ? null : work.search();
      Work.Ended ended = work.ended();
      return new JobAnswer(
          job.id(),
          job.ask(),
          finished
              ? job.reply() == null ? JobState.REFUSED : JobState.DONE
              : work.hasBegun() ? JobState.GOING_ON : JobState.WAITING,
          stage,
          stage == null ? null : work.part(),
          ended == null ? null : ended == Work.Ended.STOPPED ? JobEnd.STOPPED : JobEnd.TOO_LONG);
    }
  }

  enum JobState {
    WAITING,
    @JsonKey("going on")
    GOING_ON,
    DONE,
    REFUSED
  }

  enum JobEnd {
    STOPPED,
    @JsonKey("too long")
    TOO_LONG
  }

  /// @param ask the address of a question with a deadline
  /// @param seconds how long it may take
  record JobInput(String ask, @Nullable Integer seconds) {}

  private static final int USUAL_SECONDS = 600;
  private static final int LONGEST_ADDRESS = 8_000;

  /// The wait for a cancelled job to end.
  private static final long STOPPING_MILLIS = 2_000;

  private static final Pattern BRACES = Pattern.compile("\\{([a-z]+)}");

  private JobLines() {}

  /// @param questions the questions
  static List<Line> lines(Supplier<List<Line>> questions) {
    return List.of(
        Line.get("/api/jobs", "jobs", "listJobs", "what one has asked to be computed")
            .lists(
                JobAnswer.class,
                asked ->
                    asked.listed(asked.services().jobs().list(asked.visitor()), JobAnswer::of)),
        Line.change("POST", "/api/jobs", "jobs", "begin", "begins to compute an answer")
            .forReaders()
            .sent(JobInput.class)
            .creates(JobAnswer.class, asked -> begin(asked, questions.get())),
        Line.get("/api/jobs/{job}", "jobs", "findJob", "how far it has come")
            .answers(JobAnswer.class, asked -> Reply.of(JobAnswer.of(find(asked)))),
        Line.get("/api/jobs/{job}/answer", "jobs", "answer", "what it came to, once it is done")
            .answersAny(JobLines::answer),
        Line.change("POST", "/api/jobs/{job}/stop", "jobs", "stop", "ends it with what is known")
            .forReaders()
            .answers(JobAnswer.class, JobLines::stop),
        Line.change("DELETE", "/api/jobs/{job}", "jobs", "forget", "stops it and forgets it")
            .forReaders()
            .answers(JobAnswer.class, JobLines::forget));
  }

  private static Job find(Asked asked) {
    String id = asked.path("job");
    return asked
        .services()
        .jobs()
        .find(asked.visitor(), id)
        .orElseThrow(() -> new NotOnRecord("job", id, List.of()));
  }

  private static Reply begin(Asked asked, List<Line> lines) throws Exception {
    JsonNode body = asked.body(JobInput.class);
    String ask = Asked.text(body, "ask");
    int seconds = seconds(body.get("seconds"), asked.visitor().role());
    if (asked.visitor().role() == Role.PUBLIC) {
      // all who are nobody are one, and would be shown what the others asked
      throw new Unanswered(
          ProblemCode.NOT_FOR_ROLE,
          "This is not for your role",
          "Nothing was begun.",
          "Maybe ask the question itself, with a deadline.");
    }
    Question question = question(asked, ask, lines);
    String address = Link.api(withoutBase(ask));
    try {
      question.line.handler().answer(question.asked.trial());
    } catch (Deadline.Reached e) {
      // it can be asked
    }
    // a scoped value does not follow into the threads of an executor
    Language language = Language.current();
    Job job =
        asked
            .services()
            .jobs()
            .begin(
                asked.visitor(),
                address,
                Duration.ofSeconds(seconds),
                work ->
                    ScopedValue.where(Language.CURRENT, language)
                        .call(() -> question.line.handler().answer(question.asked.in(work))))
            .orElseThrow(
                () ->
                    new Unanswered(
                        ProblemCode.TOO_MANY_JOBS,
                        "Too much is being computed",
                        "Each may have " + Jobs.EACH + " jobs, and those begun are not done.",
                        "Maybe stop one, or wait."));
    // the same whether or not it has begun by now
    return Reply.created(
        "/api/jobs/" + job.id(),
        new JobAnswer(job.id(), job.ask(), JobState.WAITING, null, null, null));
  }

  private static int seconds(@Nullable JsonNode given, Role role) {
    int most = (int) Jobs.longest(role).toSeconds();
    int usual = Math.min(USUAL_SECONDS, most);
    if (given == null || given.isNull()) {
      return usual;
    }
    if (!given.isInt() || given.intValue() < 1 || given.intValue() > most) {
      throw BadQuery.ofBody(
          "seconds",
          "that is not a whole number from 1 to " + most + ", the most for a " + role.word(),
          "Maybe leave it out: " + usual + ".");
    }
    return given.intValue();
  }

  private record Question(Line line, Asked asked) {}

  private static Question question(Asked asked, String ask, List<Line> lines) {
    if (ask.length() <= LONGEST_ADDRESS) {
      String[] halves = ask.split("\\?", 2);
      String address = withoutBase(halves[0]);
      for (Line line : lines) {
        Map<String, String> path = path(line.route().path(), address);
        if (path != null && line.route().isSafe() && Deadline.takesLong(line)) {
          Asked.Sent sent =
              asked.sent().asking(path, halves.length < 2 ? Map.of() : query(halves[1]));
          return new Question(
              line,
              Asked.of(line, asked.services(), asked.visitor(), asked.open(), sent).said(line));
        }
      }
    }
    throw BadQuery.ofBody(
        "ask",
        "that is not the address of a question with a deadline",
        "Maybe "
            + Link.api("/api/packages/frontier")
            + ", or another of "
            + Link.api("/api/openapi.json")
            + " that takes a deadline.");
  }

  /// An address as the OpenAPI document has it: that of a client may begin with the base path.
  private static String withoutBase(String address) {
    String base = Link.api("");
    return address.startsWith(base + "/") ? address.substring(base.length()) : address;
  }

  /// The path parameters; null if the address does not match.
  private static @Nullable Map<String, String> path(String template, String path) {
    List<String> names = new ArrayList<>();
    Matcher brace = BRACES.matcher(template);
    while (brace.find()) {
      names.add(brace.group(1));
    }
    Matcher found = Pattern.compile(brace.replaceAll("([^/]+)")).matcher(path);
    if (!found.matches()) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), decoded(found.group(i + 1)));
    }
    return values;
  }

  private static Map<String, List<String>> query(String text) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      String[] sides = pair.split("=", 2);
      if (!pair.isEmpty()) {
        query
            .computeIfAbsent(decoded(sides[0]), _ -> new ArrayList<>())
            .add(sides.length < 2 ? "" : decoded(sides[1]));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw BadQuery.ofBody(
          "ask", "a sign in it is written with % in a way that is none", "Maybe write % as %25.");
    }
  }

  private static Reply answer(Asked asked) throws Exception {
    Job job = find(asked);
    if (!job.work().isFinished()) {
      throw new Unanswered(
          ProblemCode.NOT_DONE_YET,
          "It is not done yet",
          "The answer of " + job.ask() + " is still being computed.",
          "Maybe ask again later, or stop it.");
    }
    Reply reply = job.reply();
    if (reply != null) {
      return reply;
    }
    if (job.refusal() != null) {
      throw job.refusal();
    }
    throw new Unanswered(
        ProblemCode.NO_ANSWER,
        "There is no answer",
        job.ask() + " was stopped before it was begun, or failed.",
        "Maybe begin it again.");
  }

  private static Reply stop(Asked asked) {
    Job job = find(asked);
    job.work().stop();
    job.work().await(STOPPING_MILLIS);
    return Reply.of(JobAnswer.of(job));
  }

  private static Reply forget(Asked asked) {
    Job job = find(asked);
    asked.services().jobs().forget(asked.visitor(), job);
    return Reply.of(JobAnswer.of(job));
  }
}
