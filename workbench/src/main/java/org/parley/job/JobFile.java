package org.parley.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.proof.BadFindingException;
import org.parley.proof.BadFindingException.Fault;
import org.parley.proof.RecordJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A job with its result. It names neither machine nor time, so it is the same whatever computed
/// it.
///
/// @param asked the options of the command, by name
/// @param caseHash the SHA-256 of the case as the job saw it; empty if it saw none
/// @param question all that the answer depends on
/// @param parts the results of the parts; empty for questions that keep none
/// @param answer of all parts
public record JobFile(
    Map<String, String> asked,
    String caseHash,
    JobQuestion question,
    List<JsonNode> parts,
    JsonNode answer) {

  private static final String FORMAT = "parley-job";
  private static final int VERSION = 1;

  public JobFile {
    asked = Collections.unmodifiableMap(new TreeMap<>(asked));
    parts = List.copyOf(parts);
  }

  /// Computes a job.
  ///
  /// @throws JobFailedException if the backend gives up
  public static JobFile compute(
      JobQuestion question,
      Map<String, String> asked,
      String caseHash,
      SweepBackend backend,
      SweepBackend.PartListener listener)
      throws JobFailedException {
    return of(question, asked, caseHash, backend.parts(question, listener));
  }

  /// A job whose parts are computed already.
  ///
  /// @param results in the order of the parts, each as [JobSweep#part] gives it
  /// @throws JobFailedException if a result is none of this question
  public static JobFile of(
      JobQuestion question, Map<String, String> asked, String caseHash, List<String> results)
      throws JobFailedException {
    List<JsonNode> parts = results.stream().map(JsonMapper.shared()::readTree).toList();
    try {
      JsonNode answer = JobSweep.of(question).answer(parts);
      return new JobFile(
          asked, caseHash, question, question.keepsParts() ? parts : List.of(), answer);
    } catch (BadFindingException e) {
      throw new JobFailedException("merging the parts of a job: " + e.getMessage(), e);
    }
  }

  /// Whether a text says that it is a job.
  public static boolean isOne(String text) {
    try {
      return FORMAT.equals(JsonMapper.shared().readTree(text).path("format").asString(""));
    } catch (JacksonException _) {
      return false;
    }
  }

  /// The file.
  public String text() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("format", FORMAT);
    json.put("version", VERSION);
    ObjectNode options = json.putObject("asked");
    asked.forEach(options::put);
    json.put("case", caseHash);
    json.set("question", RecordJson.write(question, JobQuestion.class));
    json.set("answer", answer);
    if (question.keepsParts()) {
      ArrayNode all = json.putArray("parts");
      parts.forEach(all::add);
    }
    return json + "\n";
  }

  /// Reads a file.
  ///
  /// @throws BadFindingException if it is not a job of this version
  public static JobFile parse(String text) throws BadFindingException {
    try {
      return of(JsonMapper.shared().readTree(text));
    } catch (JacksonException e) {
      throw new BadFindingException(Fault.NOT_JSON, 0, e.getOriginalMessage());
    }
  }

  private static JobFile of(JsonNode json) throws BadFindingException {
    int version = json.path("version").asInt(0);
    if (!FORMAT.equals(json.path("format").asString(""))) {
      throw new BadFindingException(Fault.NOT_A_FINDING, version, "has no format " + FORMAT);
    }
    if (version != VERSION) {
      throw new BadFindingException(Fault.UNKNOWN_VERSION, version, "is not of version " + VERSION);
    }
    Map<String, String> asked = new TreeMap<>();
    json.path("asked")
        .properties()
        .forEach(each -> asked.put(each.getKey(), each.getValue().asString("")));
    List<JsonNode> parts = new ArrayList<>();
    json.path("parts").forEach(parts::add);
    return new JobFile(
        asked,
        json.path("case").asString(""),
        RecordJson.read(json.path("question"), JobQuestion.class),
        parts,
        json.path("answer"));
  }
}
