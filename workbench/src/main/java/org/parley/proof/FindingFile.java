package org.parley.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.FrontierLayers;
import org.parley.bargain.frontier.LeastWorth;
import org.parley.bargain.frontier.SelectedCertificate;
import org.parley.bargain.linked.LoneParty;
import org.parley.bargain.solve.Solution;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.reference.PrecedentSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A finding with its problem, for export.
///
/// @param question the problem
/// @param certificate the certificate, which states the finding
/// @param solution the answer, if the certificate is of a solution
public record FindingFile(Question question, Certificate certificate, @Nullable Solution solution) {

  private static final String FORMAT = "parley-finding";

  /// The version written. Version 1 is read as well: components that it lacks are empty.
  static final int VERSION = 2;

  /// The file of a finding; empty if it has no certificate.
  public static Optional<FindingFile> of(Question question, Finding<?> finding) {
    return finding
        .findCertificate()
        .map(
            certificate ->
                new FindingFile(
                    question,
                    asNumbers(question, certificate),
                    finding.findAnswer().orElse(null) instanceof Solution solution
                        ? solution
                        : null));
  }

  /// The certificate with plain numbers in place of packed data.
  private static Certificate asNumbers(Question question, Certificate certificate) {
    return certificate instanceof FrontierCertificate frontier
        ? listed(question, frontier)
        : certificate instanceof SelectedCertificate selected
            ? listed(question, selected)
            : certificate instanceof Bridges.Lowered(var relaxations, var frontier)
                ? new Bridges.Lowered(relaxations, listed(question, frontier))
                : certificate;
  }

  private static FrontierCertificate listed(Question question, FrontierCertificate certificate) {
    return switch (question) {
      case Question.Packages(Problem problem) -> listed(problem, certificate);
      case Question.Improvement(Problem problem, _, _) -> listed(problem, certificate);
      default -> certificate;
    };
  }

  private static FrontierCertificate listed(Problem problem, FrontierCertificate certificate) {
    boolean byLayers =
        problem.constraints(problem.everyone()).isEmpty()
            && problem.jointWorths().isEmpty()
            && !problem.isCapped();
    FrontierCertificate uncapped = certificate.uncapped();
    return new FrontierCertificate(
        FrontierLayers.Listed.of(certificate.frontier(), byLayers),
        certificate.parties(),
        certificate.tree(),
        certificate.budgets(),
        uncapped == null ? null : listed(problem.withoutCaps(), uncapped));
  }

  private static SelectedCertificate listed(Question question, SelectedCertificate selected) {
    return new SelectedCertificate(
        selected.kind(),
        selected.best(),
        selected.floor(),
        selected.unit(),
        listed(question, selected.frontier()),
        selected.leasts().stream().map(each -> listed(question, each)).toList());
  }

  private static LeastWorth listed(Question question, LeastWorth least) {
    return switch (question) {
      case Question.Packages(Problem problem) -> listed(problem, least);
      case Question.Improvement(Problem problem, _, _) -> listed(problem, least);
      default -> least;
    };
  }

  private static LeastWorth listed(Problem problem, LeastWorth least) {
    Problem alone = LoneParty.of(problem, least.party(), false);
    return new LeastWorth(least.party(), listed(alone, least.losses()));
  }

  /// The finding as JSON.
  public ObjectNode toJson() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("format", FORMAT);
    json.put("version", VERSION);
    json.set("question", RecordJson.write(question, Question.class));
    json.set("certificate", RecordJson.write(certificate, Certificate.class));
    if (solution != null) {
      json.set("solution", RecordJson.write(solution, Solution.class));
    }
    return json;
  }

  /// Parses a finding.
  ///
  /// @throws BadFindingException if it is not a finding
  public static FindingFile parse(String text) throws BadFindingException {
    try {
      return of(JsonMapper.shared().readTree(text));
    } catch (JacksonException e) {
      throw new BadFindingException(BadFindingException.Fault.NOT_JSON, 0, e.getOriginalMessage());
    }
  }

  /// Parses a finding.
  ///
  /// @throws BadFindingException if it is not a finding
  public static FindingFile of(JsonNode json) throws BadFindingException {
    int version = json.path("version").asInt(0);
    if (!FORMAT.equals(json.path("format").asString(""))) {
      throw new BadFindingException(
          BadFindingException.Fault.NOT_A_FINDING, version, "has no format " + FORMAT);
    }
    if (version < 1 || version > VERSION) {
      throw new BadFindingException(
          BadFindingException.Fault.UNKNOWN_VERSION, version, "is not of version 1 to " + VERSION);
    }
    try {
      return read(json);
    } catch (BadFindingException e) {
      throw e.ofVersion(version);
    }
  }

  private static FindingFile read(JsonNode json) throws BadFindingException {
    JsonNode solution = json.get("solution");
    JsonNode question = json.get("question");
    JsonNode certificate = json.get("certificate");
    if (question == null || certificate == null) {
      throw new BadFindingException("the file", "has no question or no certificate");
    }
    return new FindingFile(
        RecordJson.read(question, Question.class),
        RecordJson.read(certificate, Certificate.class),
        solution == null ? null : RecordJson.read(solution, Solution.class));
  }

  /// Verifies counts of precedents against what is at hand.
  ///
  /// @throws BadFindingException if the certificate states nothing
  public Verdict verify(Question.Precedents asked, PrecedentSource source)
      throws BadFindingException {
    try {
      return Check.verify(asked, Check.stated(certificate, solution), source);
    } catch (RuntimeException e) {
      throw new BadFindingException(
          BadFindingException.Fault.STATES_NOTHING, VERSION, String.valueOf(e.getMessage()));
    }
  }

  /// Verifies the finding.
  ///
  /// @throws BadFindingException if a solution is missing
  public Verdict verify(Budget budget) throws BadFindingException {
    try {
      return Check.verify(question, Check.stated(certificate, solution), budget);
    } catch (RuntimeException e) {
      throw new BadFindingException(
          BadFindingException.Fault.STATES_NOTHING, VERSION, String.valueOf(e.getMessage()));
    }
  }
}
