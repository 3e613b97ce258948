package org.parley.exchange.bargaining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;

/// What each construct of a GENIUS profile is worth, on the smallest domains that show it.
class GeniusFilesTest {

  private static final String HOUSE =
      """
      <negotiation_template><utility_space>
      <objective index="0" name="House">
        <issue index="1" name="Price" type="integer" lowerbound="10" upperbound="14"/>
        <issue index="2" name="Colour" type="discrete">
          <item index="1" value="red"/><item index="2" value="blue"/>
        </issue>
      </objective>
      </utility_space></negotiation_template>
      """;

  /// Two issues of three values, 0 to 2.
  private static final String SQUARE =
      """
      <negotiation_template><utility_space><objective index="0" name="Square">
        <issue index="1" name="x" type="integer" lowerbound="0" upperbound="2"/>
        <issue index="2" name="y" type="integer" lowerbound="0" upperbound="2"/>
      </objective></utility_space></negotiation_template>
      """;

  private static ImportedProblem read(String domain, String... profiles) throws BadFileException {
    List<InputFile> files = new ArrayList<>();
    files.add(InputFile.of("domain.xml", domain));
    for (String profile : profiles) {
      files.add(InputFile.of("p" + files.size() + ".xml", profile));
    }
    return BargainingFiles.readTexts(Format.GENIUS, files, null);
  }

  /// The utility of a package by the problem, not by the file.
  private static Rational utility(ImportedProblem imported, int... options) {
    return new Rational(BigInteger.valueOf(imported.problem().worth(0, options)), imported.unit());
  }

  private static String additive(String more) {
    return """
    <utility_space><objective index="0" name="House">
      <issue index="1" name="Price" type="integer" lowerbound="10" upperbound="14">
        <evaluator ftype="linear" slope="0.5" offset="-0.25"/>
      </issue>
      <issue index="2" name="Colour" type="discrete">
        <item index="1" value="red" evaluation="3"/>
        <item index="2" value="blue" evaluation="4"/>
      </issue>
      <weight index="1" value="0.6"/><weight index="2" value="0.4"/>
    </objective>
    """
        + more
        + "</utility_space>";
  }

  @Test
  void evaluationsAreDividedByTheLargestAndIntegersHeldBetweenZeroAndOne() throws Exception {
    ImportedProblem house = read(HOUSE, additive(""));
    assertEquals(List.of("10", "11", "12", "13", "14"), house.problem().points().get(0).options());
    // 0.6 * 0 + 0.4 * 3/4: below the range the integer counts nothing.
    assertEquals(Rational.of(3, 10), utility(house, 0, 0));
    assertEquals(Rational.of(45, 100), utility(house, 1, 0));
    assertEquals(Rational.of(85, 100), utility(house, 2, 1));
    assertEquals(Rational.ONE, utility(house, 3, 1));
    assertEquals(Rational.ONE, utility(house, 4, 1));
    assertTrue(house.isExact());
    assertEquals("p1", house.problem().parties().getFirst().id());
  }

  /// As in GENIUS: a value is one option however often it stands, and its last evaluation counts.
  @Test
  void aValueThatStandsTwiceIsOneOptionWithTheLastEvaluation() throws Exception {
    String twice =
        additive("")
            .replace(
                "<item index=\"2\"",
                "<item index=\"3\" value=\"red\" evaluation=\"1\"/><item index=\"2\"");
    ImportedProblem house =
        read(HOUSE.replace("<item", "<item index=\"9\" value=\"red\"/><item"), twice);
    assertEquals(List.of("red", "blue"), house.problem().points().get(1).options());
    assertEquals(Rational.of(1, 10), utility(house, 0, 0));
    assertTrue(
        NoteWording.sentences(house).toString().contains("twice"),
        NoteWording.sentences(house).toString());
    assertTrue(
        NoteWording.sentences(house).toString().contains("the last evaluation"),
        NoteWording.sentences(house).toString());
  }

  @Test
  void aValueWithoutAnEvaluationCountsAsNothing() throws Exception {
    ImportedProblem house =
        read(HOUSE, additive("").replace("value=\"red\" evaluation=\"3\"", "value=\"red\""));
    assertEquals(Rational.ZERO, utility(house, 0, 0));
    assertEquals(Rational.of(4, 10), utility(house, 0, 1));
    assertTrue(
        NoteWording.sentences(house).toString().contains("no evaluation"),
        NoteWording.sentences(house).toString());
  }

  @Test
  void aProfileOfAnyTypeAddsUp() throws Exception {
    String any = additive("").replace("<utility_space>", "<utility_space type=\"any\">");
    assertEquals(
        read(HOUSE, additive("")).problem().parties(), read(HOUSE, any).problem().parties());
  }

  @Test
  void theReservationCountsWhateverTheDiscount() throws Exception {
    ImportedProblem house =
        read(
            HOUSE,
            additive("<discount_factor value=\"0.5\"/><reservation value=\"0.35\"/>"),
            additive(""));
    assertEquals(Rational.of(7, 20), house.utilities().get(0).reservation());
    assertEquals(Rational.ZERO, house.utilities().get(1).reservation());
    assertEquals(
        List.of(
            "p1.xml: the discount factor 0.5 is not applied: packages know no time; "
                + "the reservation value counts in full"),
        NoteWording.sentences(house));
  }

  @Test
  void withoutADomainTheIssuesAreThoseOfTheFirstProfile() throws Exception {
    ImportedProblem house =
        BargainingFiles.readTexts(
            Format.GENIUS, List.of(InputFile.of("Buyer.xml", additive(""))), null);
    assertEquals(BigInteger.TEN, house.packages());
    assertEquals("Buyer", house.problem().parties().getFirst().id());
  }

  @Test
  void objectivesMayNest() throws Exception {
    String domain =
        HOUSE
            .replace("<issue index=\"2\"", "<objective index=\"7\"><issue index=\"2\"")
            .replace("</issue>\n</objective>", "</issue></objective>\n</objective>");
    String profile =
        """
        <utility_space><objective index="0" name="House">
          <issue index="1" name="Price" type="integer" lowerbound="10" upperbound="14">
            <evaluator slope="0.25" offset="0"/>
          </issue>
          <objective index="7" name="Looks">
            <issue index="2" name="Colour">
              <item value="red" evaluation="1"/><item value="blue" evaluation="0"/>
            </issue>
            <weight index="2" value="0.5"/>
          </objective>
          <weight index="1" value="0.5"/><weight index="7" value="0.1"/>
        </objective></utility_space>
        """;
    assertEquals(Rational.of(5, 8), utility(read(domain, profile), 1, 0));
  }

  @Test
  void evaluationsAllOfNothingAreWorthNothing() throws Exception {
    String profile = additive("").replace("\"3\"", "\"0.000001\"").replace("\"4\"", "\"0\"");
    assertEquals(Rational.of(3, 5), utility(read(HOUSE, profile), 4, 0));
  }

  private static String rectangles(String most, String functions) {
    return "<utility_space type=\"nonlinear\"><objective index=\"0\"><utility maxutility=\""
        + most
        + "\">"
        + functions
        + "</utility></objective></utility_space>";
  }

  private static final String INCLUDES =
      "<hyperRectangle utility=\"3\"><INCLUDES index=\"1\" min=\"1\" max=\"2\"/>"
          + "<INCLUDES index=\"2\" min=\"0\" max=\"1\"/></hyperRectangle>";

  @Test
  void includesHoldsWhereAllBoundsDo() throws Exception {
    ImportedProblem square =
        read(SQUARE, rectangles("6", "<ufun aggregation=\"sum\">" + INCLUDES + "</ufun>"));
    for (int x = 0; x < 3; x++) {
      for (int y = 0; y < 3; y++) {
        Rational expected = x >= 1 && y <= 1 ? Rational.of(1, 2) : Rational.ZERO;
        assertEquals(expected, utility(square, x, y), x + " " + y);
      }
    }
  }

  @Test
  void excludesHoldsWhereAnyBoundIsLeft() throws Exception {
    ImportedProblem square =
        read(
            SQUARE,
            rectangles(
                "6",
                "<ufun aggregation=\"sum\">"
                    + INCLUDES.replace("INCLUDES", "EXCLUDES")
                    + "</ufun>"));
    for (int x = 0; x < 3; x++) {
      for (int y = 0; y < 3; y++) {
        Rational expected = x >= 1 && y <= 1 ? Rational.ZERO : Rational.of(1, 2);
        assertEquals(expected, utility(square, x, y), x + " " + y);
      }
    }
  }

  @Test
  void withoutBoundsARectangleAlwaysHoldsAndInnerWeightsMultiply() throws Exception {
    ImportedProblem square =
        read(
            SQUARE,
            rectangles(
                "10",
                "<ufun aggregation=\"sum\" weight=\"9\"><hyperRectangle utility=\"1\"/>"
                    + "<ufun aggregation=\"sum\" weight=\"0.5\">"
                    + "<hyperRectangle utility=\"4\" weight=\"2\">"
                    + "<INCLUDES index=\"1\" min=\"0\" max=\"9\"/>"
                    + "<INCLUDES index=\"2\" min=\"2\" max=\"2\"/></hyperRectangle></ufun></ufun>"));
    assertEquals(Rational.of(1, 10), utility(square, 0, 0));
    assertEquals(Rational.of(5, 10), utility(square, 1, 2));
    assertEquals(List.of(), square.problem().jointWorths());
  }

  @Test
  void whatIsWorthMoreThanOneIsCutOffAtOne() throws Exception {
    String functions =
        "<ufun aggregation=\"sum\"><hyperRectangle utility=\"4\">"
            + "<INCLUDES index=\"1\" min=\"2\" max=\"2\"/></hyperRectangle>"
            + INCLUDES
            + "</ufun>";
    ImportedProblem square = read(SQUARE, rectangles("5", functions));
    assertEquals(Rational.ONE, utility(square, 2, 0));
    assertEquals(Rational.ONE, utility(square, 2, 1));
    assertEquals(Rational.of(4, 5), utility(square, 2, 2));
    assertEquals(Rational.of(3, 5), utility(square, 1, 1));
    assertTrue(NoteWording.sentences(square).getFirst().contains("cut off at 1"));
    assertEquals(List.of(), read(SQUARE, rectangles("7", functions)).notes());
  }

  @Test
  void roundingIsStatedAndDoesNotPassForACeiling() throws Exception {
    String third =
        "<ufun aggregation=\"sum\"><hyperRectangle utility=\"2\">"
            + "<INCLUDES index=\"1\" min=\"2\" max=\"2\"/></hyperRectangle>"
            + "<hyperRectangle utility=\"2\"><INCLUDES index=\"2\" min=\"2\" max=\"2\"/>"
            + "</hyperRectangle><hyperRectangle utility=\"2\"/></ufun>";
    ImportedProblem square =
        BargainingFiles.readTexts(
            Format.GENIUS,
            List.of(InputFile.of("d.xml", SQUARE), InputFile.of("p.xml", rectangles("6", third))),
            3);
    assertEquals(BigInteger.valueOf(1000), square.unit());
    assertEquals(List.of(), square.notes());
    assertEquals(List.of(), square.problem().jointWorths());
    // 0.667 + 0.333 for 2/3 and 1/3: each off by a third of a thousandth.
    assertEquals(Rational.of(2, 3000), square.within());
  }

  private static final String TRACK =
      """
      <negotiation_template><utility_space><objective index="0" name="Track">
        <issue index="1" name="Money">
          <item value="-5"/><item value="0"/><item value="5"/>
        </issue>
        <issue index="2" name="Action">
          <item value="A=fine+B=none"/><item value="A=none+B=none"/><item value="A=none+B=fine"/>
        </issue>
      </objective></utility_space></negotiation_template>
      """;

  private static ImportedProblem ruled(String constraints) throws BadFileException {
    return read(
        TRACK,
        """
        <utility_space type="constraint"><objective index="0">
          <issue index="1" name="Money"/>
          <rules><ranks>
            <issue index="1"><item value="-5" rank="1"/><item value="0" rank="2"/>
              <item value="5" rank="4"/></issue>
            <issue index="2"><item value="A=fine+B=none" rank="1"/>
              <item value="A=none+B=none" rank="2"/><item value="A=none+B=fine" rank="3"/></issue>
          </ranks><constraints>
        """
            + constraints
            + "</constraints></rules></objective></utility_space>");
  }

  private static void assertUtilities(ImportedProblem track, Map<String, Rational> others) {
    for (int money = 0; money < 3; money++) {
      for (int action = 0; action < 3; action++) {
        Rational plain =
            Rational.of(new int[] {1, 2, 4}[money], 8).plus(Rational.of(action + 1, 6));
        Rational expected = others.getOrDefault(money + "," + action, plain);
        assertEquals(expected, utility(track, money, action), money + "," + action);
      }
    }
  }

  @Test
  void ranksAreDividedByTheLargestAndAveraged() throws Exception {
    assertUtilities(ruled(""), Map.of());
  }

  @Test
  void anInclusiveRuleZeroesAllWhereEveryCheckHolds() throws Exception {
    assertUtilities(
        ruled(
            """
            <constraint type="inclusiveZeroOutcomeConstraint">
              <checkassignment index="1" condition="numeric=positive"/>
              <checkassignment index="2" condition="A=fine"/></constraint>
            """),
        Map.of("1,0", Rational.ZERO, "2,0", Rational.ZERO));
  }

  @Test
  void aConditionalOutcomeRuleAsksForAValueWhereMoneyFlows() throws Exception {
    assertUtilities(
        ruled(
            """
            <constraint type="conditionalZeroOutcomeConstraint">
              <checkassignment index="1" condition="numeric=negative"/>
              <checkassignment index="2" condition="B=fine"/></constraint>
            """),
        Map.of("0,0", Rational.ZERO, "0,1", Rational.ZERO));
  }

  /// A value that only contains the one asked for counts as that value: "-5" for "5".
  @Test
  void overlappingRulesZeroOnce() throws Exception {
    String rule =
        """
        <constraint type="inclusiveZeroOutcomeConstraint">
          <checkassignment index="2" condition="A=fine"/></constraint>
        <constraint type="zeroConstraint" index="1">
          <valueassignment index="1" value="5"/></constraint>
        <constraint type="conditionalZeroConstraint" index="1" value="5">
          <valueassignment index="2" value="A=none+B=fine"/></constraint>
        """;
    assertUtilities(
        ruled(rule + rule),
        Map.of(
            "0,0",
            Rational.ZERO,
            "1,0",
            Rational.ZERO,
            "2,0",
            Rational.ZERO,
            "2,1",
            Rational.of(1, 3),
            "1,2",
            Rational.of(1, 2),
            "2,2",
            Rational.of(1, 2)));
  }

  @Test
  void sumRulesAddUpValues() throws Exception {
    String rule =
        """
        <constraint type="%s" index="2" value="B=none" min="-10" max="-5">
          <item index="1"/>%s</constraint>
        """;
    assertUtilities(
        ruled(rule.formatted("sumZeroConstraint", "")),
        Map.of("0,0", Rational.of(1, 8), "0,1", Rational.of(1, 8)));
    assertUtilities(
        ruled(rule.formatted("sumZeroNotConstraint", "")), Map.of("0,2", Rational.of(1, 8)));
    assertUtilities(
        ruled(rule.formatted("sumZeroConstraintList", "<condition value=\"fine+\"/>")),
        Map.of("0,0", Rational.of(1, 8)));
  }

  @Test
  void aRuleThatGeniusPassesOverIsPassedOverAloud() throws Exception {
    ImportedProblem track = ruled("<constraint type=\"exclusiveZeroConstraint\" index=\"1\"/>");
    assertUtilities(track, Map.of());
    assertEquals(1, track.notes().size());
    assertTrue(NoteWording.sentences(track).getFirst().contains("exclusiveZeroConstraint"));
  }
}
