package org.parley.web.api.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;

/// One line of the interface for programs: an address, everything about it, and what answers it.
///
/// @param route the address and who may ask
/// @param group what it belongs to, in a word
/// @param name what it is called in programs made of the document: `findClaim`
/// @param parameters what may stand after the question mark
/// @param body what is sent; absent where nothing is
/// @param answer what is answered where all is well; each item, where it is a list
/// @param isList whether it lists things, as JSON or, when asked for, as JSON Lines
/// @param isConditional whether If-Match may say which version a change is based on
/// @param status the status where all is well
/// @param handler answers
public record Line(
    Route route,
    String group,
    String name,
    List<Parameter> parameters,
    @Nullable LineContent body,
    LineContent answer,
    boolean isList,
    boolean isConditional,
    int status,
    Handler handler) {

  /// Answers a question.
  @FunctionalInterface
  public interface Handler {
    Reply answer(Asked asked) throws Exception;
  }

  /// How many things of a list a JSON answer has at the most, and how many where it is not said.
  public static final int MOST = 1_000;

  /// The parameter for the case as it was.
  static final String THEN = "then";

  private static final int USUAL = 100;

  static final int MOST_LEFT_OUT = 100_000_000;

  public Line {
    parameters = List.copyOf(parameters);
  }

  private static Line of(
      String method, Access access, String path, String group, String name, String says) {
    return new Line(
        new Route(method, path, access, Kind.DATA, says),
        group,
        name,
        List.of(),
        null,
        LineContent.ANY,
        false,
        false,
        200,
        _ -> Reply.of(""));
  }

  /// A line that reads.
  public static Line get(String path, String group, String name, String says) {
    return of("GET", Access.READ, path, group, name, says);
  }

  /// A line that writes.
  public static Line change(String method, String path, String group, String name, String says) {
    return of(method, Access.WRITE, path, group, name, says);
  }

  /// The same for mediators alone.
  public Line forMediators() {
    return letIn(Access.MEDIATE);
  }

  /// The same for those who may add claims.
  public Line forClaimants() {
    return letIn(Access.CLAIM);
  }

  /// The same with read access, for lines that are not queries.
  public Line forReaders() {
    return letIn(Access.READ);
  }

  /// The same for everyone, without an account.
  public Line forEveryone() {
    return letIn(Access.EVERYONE);
  }

  private Line letIn(Access access) {
    Route other = new Route(route.method(), route.path(), access, Kind.DATA, route.shows());
    return new Line(
        other, group, name, parameters, body, answer, isList, isConditional, status, handler);
  }

  /// The same with these parameters as well.
  public Line with(Parameter... more) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.addAll(List.of(more));
    return new Line(route, group, name, all, body, answer, isList, isConditional, status, handler);
  }

  /// The same, with something sent to it.
  public Line sent(Class<?> record) {
    return sent(LineContent.of(record));
  }

  /// The same, with something sent to it.
  public Line sent(LineContent content) {
    return new Line(
        route, group, name, parameters, content, answer, isList, isConditional, status, handler);
  }

  /// The same, based on the version that If-Match or what is sent names.
  public Line conditional() {
    return new Line(route, group, name, parameters, body, answer, isList, true, status, handler);
  }

  /// The same, answered by this, with any JSON.
  public Line answersAny(Handler by) {
    return answers(LineContent.ANY, by);
  }

  /// The same, answered by this.
  public Line answers(Class<?> record, Handler by) {
    return answers(LineContent.of(record), by);
  }

  /// The same, answered by this.
  public Line answers(LineContent content, Handler by) {
    return answered(content, false, status, by);
  }

  /// The same, answered with this by a route that has no case.
  public Line answeredElsewhere(Class<?> record) {
    return answers(record, Line::elsewhere);
  }

  /// The same, with any JSON.
  public Line answeredElsewhere() {
    return answersAny(Line::elsewhere);
  }

  private static Reply elsewhere(Asked asked) {
    throw new IllegalStateException("a route of the server answers this");
  }

  /// The same, answered with something new.
  public Line creates(Class<?> record, Handler by) {
    return answered(LineContent.of(record), false, 201, by);
  }

  private Line answered(LineContent content, boolean asList, int with, Handler by) {
    return new Line(route, group, name, parameters, body, content, asList, isConditional, with, by);
  }

  /// The same, answered with a list of such items.
  public Line lists(Class<?> record, Handler by) {
    return lists(LineContent.of(record), by);
  }

  /// The same, answered with a list of such items.
  public Line lists(LineContent content, Handler by) {
    return answered(content, true, status, by)
        .with(
            Parameter.number("offset", 0, MOST_LEFT_OUT, "How many to leave out. Default: 0."),
            Parameter.number(
                "limit",
                1,
                MOST,
                "How many at the most. Default: " + USUAL + "; of JSON Lines, all there are."));
  }

  /// The same, answered with a part of one of its lists.
  public Line inParts() {
    return with(
        Parameter.number("offset", 0, MOST_LEFT_OUT, "How many to leave out. Default: 0."),
        Parameter.number("limit", 1, MOST, "How many at the most. Default: " + USUAL + "."));
  }

  /// How many things are wanted of a list.
  static int limit(Asked asked) {
    return asked.query().number("limit", 1, MOST, asked.isLines() ? Integer.MAX_VALUE : USUAL);
  }

  /// The same, and also of the case as it was.
  public Line lookingBack() {
    return with(
        Parameter.number(
            THEN,
            1,
            Integer.MAX_VALUE,
            "As the case was recorded after the entry of this number; for mediators. Default: as it"
                + " is."));
  }

  /// The name of the schema of its answer; empty where it may be any JSON.
  public String schema() {
    return isList ? answer.schema() + "List" : answer.schema();
  }

  /// Whether its answers have a tag, by which they need not be sent again.
  public boolean isTagged() {
    return canLookBack();
  }

  boolean canLookBack() {
    return has(THEN);
  }

  /// Whether it has a parameter of this name.
  public boolean has(String parameter) {
    return parameters.stream().anyMatch(each -> each.name().equals(parameter));
  }

  /// Whether what it answers depends on the case.
  public boolean isOfCase() {
    return route.access() != Access.EVERYONE;
  }
}
