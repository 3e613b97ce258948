package org.parley.web.api.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerComponent;
import org.parley.model.Viewer;
import org.parley.web.access.Authenticator;
import org.parley.web.access.Languages;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.BadQuery;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.work.Work;
import org.parley.wording.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request: its visitor, case and parameters.
///
/// Only the declared parameters of the line are allowed and can be read.
public final class Asked {

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final ApiServices services;
  private final Visitor visitor;
  private final OpenCase open;
  private final Sent sent;
  private final @Nullable Work work;
  private boolean isTrial;
  private final Set<String> read;
  private final Dependence dependence;
  private final Query query;

  /// Whether an answer depends on more than the case, the address and the role of the visitor.
  private static final class Dependence {
    private volatile boolean isOnMore;
    private volatile boolean isOnTime;
    private volatile BooleanSupplier isCurrent = () -> false;
  }

  /// The raw request.
  ///
  /// @param path the path parameters
  /// @param query the query
  /// @param body the body; may be empty
  /// @param isLines whether JSON Lines are wanted
  /// @param ifMatch the header `If-Match`; null if it does not apply
  /// @param at when it is asked
  /// @param caller the session of the request
  public record Sent(
      Map<String, String> path,
      Map<String, List<String>> query,
      String body,
      boolean isLines,
      @Nullable String ifMatch,
      Instant at,
      Authenticator.Caller caller) {
    public Sent {
      path = Map.copyOf(path);
      query = Map.copyOf(query);
    }

    /// The same of another address, without anything sent along, answered with all there is.
    public Sent asking(Map<String, String> otherPath, Map<String, List<String>> otherQuery) {
      return new Sent(otherPath, otherQuery, "", true, null, at, caller);
    }
  }

  /// @throws BadQuery if an undeclared parameter is given
  public Asked(Line line, ApiServices services, Visitor visitor, OpenCase open, Sent sent) {
    this.services = services;
    this.work = null;
    this.visitor = visitor;
    this.sent = sent;
    this.read = new HashSet<>();
    this.dependence = new Dependence();
    Set<String> known = line.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    for (Map.Entry<String, List<String>> each : sent.query().entrySet()) {
      if (!known.contains(each.getKey())) {
        throw BadQuery.unknown(
            each.getKey(), each.getValue().isEmpty() ? "" : each.getValue().getFirst(), known);
      }
    }
    this.query = new Query(new Named(known, sent.query(), read));
    this.open = asKnown(open);
  }

  /// The case as known on the day of the query.
  private OpenCase asKnown(OpenCase now) {
    return sent.query().containsKey("knownAt") ? now.asKnown(query.day("knownAt")) : now;
  }

  private Asked(Asked same, OpenCase open, @Nullable Work work) {
    this.services = same.services;
    this.visitor = same.visitor;
    this.open = open;
    this.sent = same.sent;
    this.work = work;
    this.read = same.read;
    this.dependence = same.dependence;
    this.query = same.query;
  }

  /// A request for the present case or, with `then`, an earlier state.
  ///
  /// @throws NotOnRecord if there is no such state, or the visitor may not see it
  public static Asked of(
      Line line, ApiServices services, Visitor visitor, OpenCase now, Sent sent) {
    Asked asked = new Asked(line, services, visitor, now, sent);
    int number = line.canLookBack() ? asked.query.number(Line.THEN, 1, Integer.MAX_VALUE, 0) : 0;
    if (number == 0) {
      return asked;
    }
    OpenCase then =
        services
            .then(visitor, number)
            .orElseThrow(
                () -> new NotOnRecord("recorded case", Integer.toString(number), List.of()));
    return new Asked(asked, asked.asKnown(then), null);
  }

  /// The same of the case with its names in the language of the answer; records are answered as
  /// they are written.
  public Asked said(Line line) {
    return Languages.spoken().contains(line.route().path())
        ? new Asked(this, open.in(Language.current()), work)
        : this;
  }

  /// The same, computed in the background.
  public Asked in(Work background) {
    return new Asked(this, open, background);
  }

  /// A dry run that validates the request without computing.
  public Asked trial() {
    Asked trial = new Asked(this, open, null);
    trial.isTrial = true;
    return trial;
  }

  public boolean isTrial() {
    return isTrial;
  }

  /// The same of the case as it is now, after a change.
  public Asked again() {
    return services.cases().read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase now)
        ? new Asked(this, asKnown(now), work)
        : this;
  }

  /// The job it is part of; null for a synchronous request.
  public @Nullable Work work() {
    return work;
  }

  public Sent sent() {
    dependence.isOnMore = true;
    return sent;
  }

  public ApiServices services() {
    dependence.isOnMore = true;
    return services;
  }

  public CaseService cases() {
    dependence.isOnMore = true;
    return services.cases();
  }

  public Visitor visitor() {
    dependence.isOnMore = true;
    return visitor;
  }

  /// Whose view the case is opened in.
  public Viewer viewer() {
    return visitor.viewer();
  }

  /// The name of the visitor, by which work is shared fairly. Answers do not depend on it.
  public String asker() {
    return visitor.name();
  }

  /// Notes that the answer was cut off by a deadline: later there could be more.
  public void cutOff() {
    dependence.isOnTime = true;
  }

  /// Notes the same of an answer that goes on being computed.
  ///
  /// @param isCurrent whether no more is known by now; to ask may keep the computation going
  public void cutOff(BooleanSupplier isCurrent) {
    dependence.isCurrent = isCurrent;
    dependence.isOnTime = true;
  }

  /// Whether the answer would be the same if it were made when that is asked.
  public BooleanSupplier isCurrent() {
    return dependence.isOnTime ? dependence.isCurrent : () -> true;
  }

  /// Whether nothing was read but the case, the address and its parameters: all visitors with the
  /// same view get the same answer.
  public boolean isOfCaseAlone() {
    return !dependence.isOnMore;
  }

  /// The case as the one who asks may see it.
  public OpenCase open() {
    return open;
  }

  /// The parameters.
  public Query query() {
    return query;
  }

  /// The path parameters.
  public Map<String, String> pathParameters() {
    return sent.path();
  }

  /// The parameters as they were given, by name.
  public Map<String, List<String>> parameters() {
    return sent.query();
  }

  /// The path parameter of this name.
  public String path(String name) {
    String value = sent.path().get(name);
    if (value == null) {
      throw new IllegalStateException("the address has no {" + name + "}");
    }
    return value;
  }

  public boolean isLines() {
    return sent.isLines();
  }

  /// When it is asked.
  public Instant at() {
    dependence.isOnMore = true;
    return sent.at();
  }

  /// The day on which it is asked, in UTC.
  public LocalDate today() {
    dependence.isOnMore = true;
    return LocalDate.ofInstant(sent.at(), ZoneOffset.UTC);
  }

  /// The JSON object that was sent.
  ///
  /// @param record the components are the keys it may have
  /// @throws BadQuery where it is none, or has others
  public JsonNode body(Class<?> record) {
    List<String> keys = AnswerComponent.list(record).stream().map(AnswerComponent::key).toList();
    JsonNode body;
    try {
      body = STRICT.readTree(sent.body());
    } catch (JacksonException e) {
      throw BadQuery.ofBody(
          "", "that is not JSON: " + first(e), "Maybe a comma or a quote is off.");
    }
    if (body == null || !body.isObject()) {
      throw BadQuery.ofBody("", "that is not a JSON object", "Maybe see /api/openapi.json.");
    }
    for (Map.Entry<String, JsonNode> each : body.properties()) {
      if (!keys.contains(each.getKey())) {
        throw BadQuery.ofBody(
            each.getKey(), "nothing is called so here", "Maybe one of: " + String.join(", ", keys));
      }
    }
    return body;
  }

  private static String first(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    return message.length() > 120 ? message.substring(0, 120) : message;
  }

  /// The words of a key of what was sent; empty if they are absent.
  ///
  /// @throws BadQuery where it is something else than words
  public static String text(JsonNode body, String key) {
    JsonNode value = body.get(key);
    if (value == null || value.isNull()) {
      return "";
    }
    if (!value.isString()) {
      throw BadQuery.ofBody(key, "that is no text", "Maybe put it in quotes.");
    }
    return value.stringValue().strip();
  }

  /// The names of the parameters that were read.
  public Set<String> read() {
    return Set.copyOf(read);
  }

  /// A part of a list, from the parameters `offset` and `limit`.
  public <T> Reply listed(List<T> all, java.util.function.Function<? super T, ?> of) {
    int offset = query.number("offset", 0, Line.MOST_LEFT_OUT, 0);
    int limit = Line.limit(this);
    int from = Math.min(offset, all.size());
    int to = (int) Math.min(all.size(), (long) from + limit);
    Stream<T> part = all.subList(from, to).stream();
    return new Reply.Listed(
        (long) all.size(), offset, to < all.size(), taker -> part.map(of).forEach(taker));
  }

  /// The part of a list that is asked for.
  public record Part(int offset, int limit) {}

  /// The part that is asked for, from the parameters `offset` and `limit`.
  public Part part() {
    return new Part(query.number("offset", 0, Line.MOST_LEFT_OUT, 0), Line.limit(this));
  }

  /// A list that is only known by passing over it, from the parameters `offset` and `limit`.
  ///
  /// @param all gives everything, as long as it is wanted
  public Reply passing(Passing all) {
    int offset = query.number("offset", 0, Line.MOST_LEFT_OUT, 0);
    int limit = Line.limit(this);
    if (isLines()) {
      return new Reply.Listed(null, offset, false, taker -> all.pass(offset, limit, taker));
    }
    List<Object> part = new ArrayList<>();
    all.pass(offset, limit + 1, part::add);
    boolean more = part.size() > limit;
    return new Reply.Listed(null, offset, more, taker -> part.stream().limit(limit).forEach(taker));
  }

  /// Passes over things.
  @FunctionalInterface
  public interface Passing {
    void pass(int skipped, int most, Consumer<Object> taker);
  }

  /// The parameters of a line, and which of them were read.
  private static final class Named extends AbstractMap<String, List<String>> {
    private final Set<String> known;
    private final Map<String, List<String>> given;
    private final Set<String> read;

    Named(Set<String> known, Map<String, List<String>> given, Set<String> read) {
      this.known = known;
      this.given = given;
      this.read = read;
    }

    @Override
    public List<String> getOrDefault(@Nullable Object name, List<String> otherwise) {
      if (!known.contains(name)) {
        throw new IllegalStateException("no parameter of this line: " + name);
      }
      read.add((String) name);
      return given.getOrDefault(name, otherwise);
    }

    @Override
    public Set<Entry<String, List<String>>> entrySet() {
      return given.entrySet();
    }
  }
}
