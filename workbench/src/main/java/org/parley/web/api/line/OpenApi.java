package org.parley.web.api.line;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.web.door.Route.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The document that describes the interface for programs: OpenAPI 3.1, made of its lines.
///
/// See the OpenAPI Specification 3.1.1, OpenAPI Initiative, 2024.
public final class OpenApi {

  /// What is answered where something is wrong.
  public static final String ERROR =
      """
      Error = {error: text, message: text, advice: text, troubles?: Trouble[], clashes?: Clash[],
        faults?: {place: text, message: text, advice: text}[],
        widens?: {record: id, part: text, before: any, after: any, readers: text}[]}
      Trouble = {record?: id, path: text[], code: text, message: text, value: text, advice: text}
      Clash = {id: id, version: text | null, record: any, differs: Differs[]}
      Differs = {field: text, yours: any, now: any}
      """;

  private static final Pattern BRACES = Pattern.compile("\\{([a-z]+)}");
  private static final String LINES = "application/x-ndjson";
  private static final String JSON = "application/json";

  private OpenApi() {}

  /// The document.
  ///
  /// @param types the shapes that the lines name
  /// @param version the version of the program
  public static ObjectNode document(List<Line> lines, Types types, String version) {
    ObjectNode root = node();
    root.put("openapi", "3.1.0");
    root.putObject("info")
        .put("title", "Parley")
        .put(
            "summary",
            "Everything the pages of a case show and change, for programs. Whoever asks gets what"
                + " their role may see, and nothing else.")
        .put("version", version);
    ObjectNode paths = root.putObject("paths");
    for (Line line : lines) {
      JsonNode known = paths.get(line.route().path());
      ObjectNode path =
          known instanceof ObjectNode object ? object : paths.putObject(line.route().path());
      path.set(line.route().method().toLowerCase(java.util.Locale.ROOT), operation(line));
    }
    ObjectNode components = root.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    types.named().forEach(schemas::set);
    ObjectNode ways = components.putObject("securitySchemes");
    ways.putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A token made by parley account; it has the role of its account.");
    ways.putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "__Host-parley")
        .put(
            "description",
            "The session of a browser. What changes something also needs the header"
                + " X-Parley-Token, as /api/me gives it.");
    ArrayNode security = root.putArray("security");
    security.addObject().putArray("token");
    security.addObject().putArray("session");
    return root;
  }

  private static ObjectNode operation(Line line) {
    ObjectNode operation = node();
    operation.put("operationId", line.name());
    operation.put("summary", line.route().shows());
    operation.putArray("tags").add(line.group());
    if (line.route().access() == Access.EVERYONE) {
      operation.putArray("security");
    }
    ArrayNode parameters = operation.putArray("parameters");
    Matcher brace = BRACES.matcher(line.route().path());
    while (brace.find()) {
      ObjectNode each = parameters.addObject();
      each.put("name", brace.group(1)).put("in", "path").put("required", true);
      each.putObject("schema").put("type", "string");
    }
    for (Parameter parameter : line.parameters()) {
      ObjectNode each = parameters.addObject();
      each.put("name", parameter.name()).put("in", "query").put("description", parameter.says());
      each.set("schema", parameter.schema());
    }
    if (line.body() != null) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      body.putObject("content").putObject(JSON).set("schema", Types.schema(line.body()));
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode well = responses.putObject(Integer.toString(line.status()));
    well.put("description", "All is well.");
    ObjectNode content = well.putObject("content");
    content.putObject(JSON).set("schema", answer(line));
    if (line.isList()) {
      content
          .putObject(LINES)
          .putObject("schema")
          .put("type", "string")
          .put("description", "An item a line.");
    }
    if (line.isTagged()) {
      responses
          .putObject("304")
          .put("description", "It is still what has the tag sent as If-None-Match.");
    }
    ObjectNode other = responses.putObject("default");
    other.put("description", other(line));
    other.putObject("content").putObject(JSON).set("schema", Types.schema("Error"));
    return operation;
  }

  private static String other(Line line) {
    String all =
        "Something is wrong. 400: the question cannot be read. 401: nobody has come in. 404: not on"
            + " record, or not for the one who asks. 429: too many questions. 503: the case has"
            + " faults, the database does not answer, or too much is being computed.";
    String role =
        switch (line.route().access()) {
          case EVERYONE, READ -> "";
          case WRITE -> " 403: not for a role that writes nothing.";
          case CLAIM -> " 403: not for a role that may not write claims.";
          case MEDIATE -> " 403: for mediators.";
        };
    return line.route().isSafe()
        ? all + role
        : all
            + role
            + " 409: somebody changed it meanwhile; what stands now, and what differs. 415: no JSON"
            + " was sent. 422: it cannot be saved, for the reasons named.";
  }

  /// The JSON Schema of what a line answers where all is well.
  public static JsonNode answer(Line line) {
    return line.isList()
        ? Types.schema(
            "{total?: whole, offset: whole, more: truth, items: (" + line.answer() + ")[]}")
        : Types.schema(line.answer());
  }

  private static ObjectNode node() {
    return JsonMapper.shared().createObjectNode();
  }
}
