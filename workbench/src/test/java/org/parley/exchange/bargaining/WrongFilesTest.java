package org.parley.exchange.bargaining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;

/// Files that are wrong or that hold what is not read: the file, the line and the element blamed.
class WrongFilesTest {

  private static void assertBlames(Format format, int line, String words, String... namesAndTexts) {
    List<InputFile> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(InputFile.of(namesAndTexts[i], namesAndTexts[i + 1]));
    }
    BadFileException problem =
        assertThrows(
            BadFileException.class, () -> BargainingFiles.readTexts(format, files, null), words);
    String said = FileFaultWording.sentence(problem);
    assertTrue(said.contains(words), said);
    assertTrue(said.matches("(?s)reading .*\\. Maybe .*\\."), said);
    assertEquals(line, problem.line(), said);
  }

  private static final String DOMAIN =
      """
      <negotiation_template><utility_space><objective index="0">
      <issue index="1" name="x" type="integer" lowerbound="0" upperbound="2"/>
      <issue index="2" name="Colour"><item value="red"/><item value="blue"/></issue>
      </objective></utility_space></negotiation_template>
      """;

  private static final String PROFILE =
      """
      <utility_space>
      <objective index="0">
      <weight index="1" value="0.5"/>
      <weight index="2" value="0.5"/>
      <issue index="1" name="x" type="integer" lowerbound="0" upperbound="2">
      <evaluator slope="0.5" offset="0"/>
      </issue>
      <issue index="2" name="Colour">
      <item value="red" evaluation="1"/>
      <item value="blue" evaluation="2"/>
      </issue>
      </objective>
      <reservation value="0"/>
      </utility_space>
      """;

  private static void domain(int line, String words, String from, String to) {
    String changed = DOMAIN.replace(from, to);
    assertTrue(!changed.equals(DOMAIN), from);
    assertBlames(Format.GENIUS, line, words, "d.xml", changed, "p.xml", PROFILE);
  }

  private static void profile(int line, String words, String from, String to) {
    String changed = PROFILE.replace(from, to);
    assertTrue(!changed.equals(PROFILE), from);
    assertBlames(Format.GENIUS, line, words, "d.xml", DOMAIN, "p.xml", changed);
  }

  @Test
  void geniusDomains() {
    domain(2, "uncountably many", "\"integer\"", "\"real\"");
    domain(2, "type=\"fuzzy\"", "\"integer\"", "\"fuzzy\"");
    domain(2, "goes from 0 to 20,000", "upperbound=\"2\"", "upperbound=\"20000\"");
    domain(2, "goes from 0 to -1", "upperbound=\"2\"", "upperbound=\"-1\"");
    domain(2, "it has no upperbound", "upperbound=\"2\"", "");
    domain(3, "another issue has the index 1", "index=\"2\"", "index=\"1\"");
    domain(3, "another issue is called \"x\"", "\"Colour\"", "\"x\"");
    domain(3, "has no values", "<item value=\"red\"/><item value=\"blue\"/>", "");
    assertBlames(
        Format.GENIUS, 1, "a second domain", "d.xml", DOMAIN, "e.xml", DOMAIN, "p.xml", PROFILE);
    assertBlames(Format.GENIUS, 0, "no preference profile", "d.xml", DOMAIN);
    assertBlames(Format.GENIUS, 1, "neither a domain nor a profile", "d.xml", "<html/>");
    String half = DOMAIN.substring(0, DOMAIN.indexOf("<issue index=\"2\"") + 20);
    assertBlames(Format.GENIUS, 3, "within the same entity", "d.xml", half, "p.xml", PROFILE);
    assertBlames(
        Format.GENIUS, 1, "no <issue>", "d.xml", "<negotiation_template/>", "p.xml", PROFILE);
  }

  @Test
  void geniusProfiles() {
    profile(1, "type=\"fuzzy\"", "<utility_space>", "<utility_space type=\"fuzzy\">");
    profile(3, "negative", "<weight index=\"1\" value=\"0.5\"", "<weight index=\"1\" value=\"-1\"");
    profile(4, "has a weight already", "<weight index=\"2\"", "<weight index=\"1\"");
    profile(5, "has no weight", "<weight index=\"1\" value=\"0.5\"/>", "");
    profile(5, "is called \"x\" in the domain", "name=\"x\"", "name=\"y\"");
    profile(5, "no issue of the domain", "<issue index=\"1\"", "<issue index=\"3\"");
    profile(5, "is discrete here and integer", "\"integer\"", "\"discrete\"");
    profile(5, "no <evaluator>", "<evaluator slope=\"0.5\" offset=\"0\"/>", "");
    profile(6, "it has no slope", "slope", "parameter1");
    profile(6, "no decimal number", "\"0.5\" offset", "\"half\" offset");
    profile(6, "ftype=\"faratin\"", "<evaluator", "<evaluator ftype=\"faratin\"");
    profile(9, "\"RED\" is no value of issue \"Colour\"", "\"red\"", "\"RED\"");
    profile(9, "negative", "evaluation=\"1\"", "evaluation=\"-1\"");
    profile(9, "no decimal number", "evaluation=\"1\"", "evaluation=\"NaN\"");
    profile(13, "no decimal number", "<reservation value=\"0\"", "<reservation value=\"\"");
    profile(
        14,
        "stated a second time",
        "<reservation value=\"0\"/>",
        "<reservation value=\"0\"/>\n<reservation value=\"0\"/>");
    assertBlames(
        Format.GENIUS, 0, "called \"p\" too", "d.xml", DOMAIN, "p.xml", PROFILE, "p.xml", PROFILE);
    List<String> many = new ArrayList<>(List.of("d.xml", DOMAIN));
    for (int party = 0; party < 31; party++) {
      many.addAll(List.of("p" + party + ".xml", PROFILE));
    }
    assertBlames(Format.GENIUS, 0, "31 preference profiles", many.toArray(String[]::new));
  }

  @Test
  void weightsTooFineForWholeNumbers() {
    // two packages are worth nearly the same: no whole numbers of 64 bits tell them apart
    profile(
        0,
        "add up to more than",
        "<weight index=\"1\" value=\"0.5\"",
        "<weight index=\"1\" value=\"0.5000000000000000000001\"");
    profile(
        0,
        "add up to more than",
        "<weight index=\"1\" value=\"0.5\"",
        "<weight index=\"1\" value=\"1e99\"");
  }

  @Test
  void weightsTooFineForWholeNumbersThatKeepTheOrderOfPackagesAreRead() throws BadFileException {
    String fine =
        PROFILE.replace("index=\"1\" value=\"0.5\"", "index=\"1\" value=\"0.1234567890123456789\"");
    ImportedProblem imported =
        BargainingFiles.readTexts(
            Format.GENIUS,
            List.of(InputFile.of("d.xml", DOMAIN), InputFile.of("p.xml", fine)),
            null);
    assertTrue(imported.inOrder() && !imported.isExact());
    assertTrue(imported.within().compareTo(Rational.of(1, 10_000_000_000_000_000L)) < 0);
  }

  private static void rectangle(int line, String words, String utility) {
    assertBlames(
        Format.GENIUS,
        line,
        words,
        "d.xml",
        DOMAIN,
        "p.xml",
        "<utility_space type=\"nonlinear\"><objective index=\"0\">\n"
            + utility
            + "</objective></utility_space>");
  }

  @Test
  void hyperRectangles() {
    rectangle(1, "no <utility>", "");
    rectangle(2, "no maxutility", "<utility/>");
    rectangle(2, "not above 0", "<utility maxutility=\"0\"/>");
    rectangle(2, "there are 0 <ufun>", "<utility maxutility=\"1\"/>");
    String start = "<utility maxutility=\"1\"><ufun aggregation=\"sum\">\n";
    String end = "</ufun></utility>";
    rectangle(2, "aggregation=\"min\"", start.replace("sum", "min") + end);
    rectangle(3, "<cone>", start + "<cone/>" + end);
    rectangle(3, "no utility", start + "<hyperRectangle/>" + end);
    String box = start + "<hyperRectangle utility=\"1\">\n%s</hyperRectangle>" + end;
    rectangle(4, "not an integer issue", box.formatted("<INCLUDES index='2' min='0' max='1'/>"));
    rectangle(4, "no issue of the domain", box.formatted("<INCLUDES index='9' min='0' max='1'/>"));
    rectangle(4, "no whole number", box.formatted("<INCLUDES index='1' min='0.5' max='1'/>"));
    rectangle(4, "it has no max", box.formatted("<INCLUDES index='1' min='0'/>"));
    rectangle(
        3,
        "both INCLUDES and EXCLUDES",
        box.formatted(
            "<INCLUDES index='1' min='0' max='1'/><EXCLUDES index='1' min='0' max='1'/>"));
  }

  private static void rule(int line, String words, String rule) {
    assertBlames(
        Format.GENIUS,
        line,
        words,
        "d.xml",
        DOMAIN,
        "p.xml",
        "<utility_space type=\"constraint\"><objective index=\"0\"><rules><ranks>\n"
            + "<issue index=\"2\"><item value=\"red\" rank=\"1\"/><item value=\"blue\" rank=\"2\"/>"
            + "</issue></ranks><constraints>\n"
            + rule
            + "</constraints></rules></objective></utility_space>");
  }

  @Test
  void rules() {
    rule(3, "it has no type", "<constraint/>");
    rule(3, "it has no index", "<constraint type='zeroConstraint'/>");
    rule(3, "it has 0 <checkassignment>", "<constraint type='conditionalZeroOutcomeConstraint'/>");
    rule(
        3,
        "is no whole number",
        "<constraint type='sumZeroConstraint' index='1' min='0' max='1' value='red'>"
            + "<item index='2'/></constraint>");
    rule(
        3,
        "is no whole number",
        "<constraint type='inclusiveZeroOutcomeConstraint'>"
            + "<checkassignment index='2' condition='numeric=positive'/></constraint>");
  }

  @Test
  void negolog() {
    String good =
        """
        {"reservationValue": 0.0,
         "issueWeights": {"a": 0.5, "b": 0.5},
         "issues": {"a": {"x": 1, "y": 0},
         "b": {"x": 1, "y": 0}}}
        """;
    assertBlames(Format.NEGOLOG, 1, "\"issues\"", "p.json", "{}");
    assertBlames(Format.NEGOLOG, 1, "should be an object", "p.json", "[]");
    assertBlames(
        Format.NEGOLOG, 2, "issue \"b\" is missing", "p.json", good.replace(", \"b\": 0.5", ""));
    assertBlames(
        Format.NEGOLOG,
        4,
        "\"issues.b.x\": it should be a decimal number",
        "p.json",
        good.replace("\"b\": {\"x\": 1", "\"b\": {\"x\": true"));
    assertBlames(
        Format.NEGOLOG,
        4,
        "value \"y\" of issue \"b\" is missing",
        "p.json",
        good,
        "q.json",
        good.replace("\"b\": {\"x\": 1, \"y\": 0}", "\"b\": {\"x\": 1}"));
    assertBlames(
        Format.NEGOLOG, 1, "no \"reservationValue\"", "p.json", good.replace("reservationV", "v"));
  }

  @Test
  void scores() {
    assertBlames(Format.SCORES, 2, "\"x\" is no score", "p.txt", "1, 2\n1, x\n3\n");
    assertBlames(Format.SCORES, 2, "has 2 numbers", "p.txt", "1, 2\n3, 4\n");
    assertBlames(Format.SCORES, 0, "there are 1 lines", "p.txt", "1");
    assertBlames(Format.SCORES, 0, "there are 0 lines", "p.txt", "");
    assertBlames(
        Format.SCORES, 1, "issue A has 3 scores", "p.txt", "1, 2\n1", "q.txt", "1, 2, 3\n1");
    assertBlames(Format.SCORES, 0, "scores for 2 issues", "p.txt", "1\n1", "q.txt", "1\n1\n1");
  }

  @Test
  void geniusWeb() {
    String good =
        """
        {"LinearAdditiveUtilitySpace": {
         "issueUtilities": {
          "a": {"DiscreteValueSetUtilities": {"valueUtilities": {"x": 1, "y": 0}}},
          "n": {"NumberValueSetUtilities":
           {"lowValue": 0, "lowUtility": 0, "highValue": 4, "highUtility": 1}}},
         "issueWeights": {"a": 0.5, "n": 0.5},
         "domain": {"name": "d", "issuesValues": {
          "a": {"values": ["x", "y"]}, "n": {"range": ["0", "4", "1"]}}},
         "name": "p"}}
        """;
    assertBlames(Format.GENIUSWEB, 1, "this is a domain", "d.json", "{\"issuesValues\": {}}");
    assertBlames(
        Format.GENIUSWEB, 1, "no LinearAdditiveUtilitySpace", "d.json", "{\"DefaultOrder\": {}}");
    assertBlames(
        Format.GENIUSWEB, 3, "not between 0 and 1", "p.json", good.replace("\"x\": 1", "\"x\": 2"));
    assertBlames(
        Format.GENIUSWEB, 3, "\"z\" is no value", "p.json", good.replace("\"x\": 1", "\"z\": 1"));
    assertBlames(
        Format.GENIUSWEB,
        8,
        "more than 10000 numbers",
        "p.json",
        good.replace("\"4\", \"1\"", "\"4\", \"0.0001\""));
    assertBlames(
        Format.GENIUSWEB, 8, "step is not above 0", "p.json", good.replace("\"1\"]", "\"0\"]"));
    assertBlames(
        Format.GENIUSWEB,
        7,
        "another than that of the first",
        "p.json",
        good,
        "q.json",
        good.replace("\"4\", \"1\"", "\"5\", \"1\""));
  }
}
