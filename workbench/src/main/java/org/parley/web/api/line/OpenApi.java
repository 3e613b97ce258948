package org.parley.web.api.line;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.web.access.Route.Access;
import org.parley.web.view.Link;
import org.parley.web.view.ProblemAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The document that describes the interface for programs: OpenAPI 3.1, made of its lines.
///
/// See the OpenAPI Specification 3.1.1, OpenAPI Initiative, 2024.
public final class OpenApi {

  private static final String PROBLEM = Types.name(ProblemAnswer.class);
  private static final Pattern BRACES = Pattern.compile("\\{([a-z]+)}");
  private static final String LINES = "application/x-ndjson";
  private static final String JSON = "application/json";

  private OpenApi() {}

  /// The document.
  ///
  /// @param version the version of the program
  public static ObjectNode document(ApiContents contents, String version) {
    JsonNode examples = contents.examples();
    ObjectNode root = node();
    root.put("openapi", "3.1.1");
    root.putObject("info")
        .put("title", "Parley")
        .put("summary", contents.summary())
        .put("version", version)
        .putObject("license")
        .put("name", "Apache License 2.0")
        .put("identifier", "Apache-2.0");
    root.putArray("servers")
        .addObject()
        .put("url", Link.api("/"))
        .put("description", "The server that answers this document.");
    ObjectNode paths = root.putObject("paths");
    for (Line line : contents.lines()) {
      JsonNode known = paths.get(line.route().path());
      ObjectNode path =
          known instanceof ObjectNode object ? object : paths.putObject(line.route().path());
      path.set(line.route().method().toLowerCase(java.util.Locale.ROOT), operation(line, examples));
    }
    for (Download each : contents.files()) {
      paths.putObject(each.address().path()).set("get", operation(each, examples));
    }
    ObjectNode components = root.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    contents.types().named().forEach(schemas::set);
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

  private static ObjectNode operation(Line line, JsonNode examples) {
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
      each.set(
          "schema",
          brace.group(1).equals("kind")
              ? Types.reference("RecordKind")
              : node().put("type", "string"));
    }
    queries(parameters, line.parameters());
    if (line.isConditional()) {
      ObjectNode header = parameters.addObject();
      header.put("name", "If-Match").put("in", "header").put("required", false);
      header.put(
          "description", "The version that is changed, as an entity tag; in place of `version`.");
      header.putObject("schema").put("type", "string");
    }
    if (line.body() != null) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      ObjectNode json = body.putObject("content").putObject(JSON);
      json.set("schema", schema(line.body().schema()));
      example(json, examples.path("sent").path(line.name()));
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode well = responses.putObject(Integer.toString(line.status()));
    well.put("description", "All is well.");
    ObjectNode content = well.putObject("content");
    ObjectNode json = content.putObject(JSON);
    json.set("schema", answer(line));
    example(json, examples.path("answered").path(line.name()));
    if (line.status() == 201) {
      header(well, "Location", "The address of what was made.");
    }
    if (line.isTagged()) {
      header(well, "ETag", "The entity tag.");
    }
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
    problem(responses.putObject("4XX"), refusals(line));
    problem(
        responses.putObject("5XX"),
        "503: the case has faults, the database does not answer, or too much is being computed.");
    return operation;
  }

  private static ObjectNode operation(Download file, JsonNode examples) {
    ObjectNode operation = node();
    operation.put("operationId", file.operation());
    operation.put("summary", file.shows());
    operation.putArray("tags").add("exports");
    queries(operation.putArray("parameters"), file.parameters());
    ObjectNode responses = operation.putObject("responses");
    ObjectNode well = responses.putObject("200");
    well.put("description", "The file.");
    ObjectNode content = well.putObject("content").putObject(file.type());
    ObjectNode schema = content.putObject("schema");
    switch (file) {
      case CLAIMS_JSON,
          ITEMS_JSON,
          FORECASTS_JSON,
          ACTS_JSON,
          BODIES_JSON,
          CODES_JSON,
          GRADES_JSON ->
          schema.put("type", "array").putObject("items").put("type", "object");
      case SCHEMA, PLACES_GEOJSON, PROV_JSON -> schema.put("type", "object");
      // a text without this would be read as JSON by generated clients
      case CLAIMS_CSV,
          ITEMS_CSV,
          FORECASTS_CSV,
          ACTS_CSV,
          BODIES_CSV,
          CODES_CSV,
          GRADES_CSV,
          PLOVER_JSONL,
          TIMELINE_CSV,
          TEXT_DOCX,
          TEXT_XML,
          TEXT_HTML,
          TEXT_PDF,
          PLAN_ICS,
          PLAN_XML,
          FEED,
          CALENDAR,
          BRIEF_HTML,
          BRIEF_PDF,
          BRIEF_DOCX,
          ACCORD_PDF,
          BURDEN_PDF,
          EFFECTS_PDF ->
          schema.put("type", "string").put("format", "binary");
    }
    example(content, examples.path("answered").path(file.operation()));
    header(well, "Content-Disposition", "The name of the file.");
    problem(
        responses.putObject("4XX"),
        "400: the question cannot be read. 401: nobody has signed in. 429: too many questions."
            + " Where Accept prefers text/html, as a page.");
    problem(
        responses.putObject("5XX"),
        "503: the case has faults, or the database does not answer. Likewise.");
    return operation;
  }

  private static void queries(ArrayNode parameters, List<Parameter> all) {
    for (Parameter parameter : all) {
      ObjectNode each = parameters.addObject();
      each.put("name", parameter.name()).put("in", "query").put("required", parameter.isRequired());
      each.put("description", parameter.says()).set("schema", parameter.schema());
    }
  }

  private static void header(ObjectNode response, String name, String says) {
    ObjectNode headers =
        response.get("headers") instanceof ObjectNode known ? known : response.putObject("headers");
    headers.putObject(name).put("description", says).putObject("schema").put("type", "string");
  }

  private static void example(ObjectNode json, JsonNode example) {
    if (!example.isMissingNode()) {
      json.set("example", example);
    }
  }

  private static void problem(ObjectNode response, String says) {
    response.put("description", says);
    response
        .putObject("content")
        .putObject(ProblemAnswer.MEDIA_TYPE)
        .set("schema", schema(PROBLEM));
  }

  private static String refusals(Line line) {
    String all =
        "400: the question cannot be read. 401: nobody has signed in. 404: not on record, or not"
            + " for the one who asks. 406: no media type of Accept can be sent. 429: too many"
            + " questions.";
    String role =
        switch (line.route().access()) {
          case EVERYONE, PUBLIC, ADDRESS, READ -> "";
          case WRITE -> " 403: not for a role that writes nothing.";
          case CLAIM -> " 403: not for a role that may not write claims.";
          case MEDIATE -> " 403: for mediators.";
        };
    String precondition =
        line.isConditional() ? " 412: it is no longer the version of If-Match." : "";
    return line.route().isSafe()
        ? all + role
        : all
            + role
            + " 409: somebody changed it meanwhile; what stands now, and what differs."
            + precondition
            + " 415: no JSON was sent. 422: it cannot be saved, for the reasons named.";
  }

  /// The JSON Schema of what a line answers where all is well.
  public static ObjectNode answer(Line line) {
    return schema(line.schema());
  }

  private static ObjectNode schema(String name) {
    return name.isEmpty() ? node() : Types.reference(name);
  }

  private static ObjectNode node() {
    return JsonMapper.shared().createObjectNode();
  }
}
