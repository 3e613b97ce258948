package org.parley.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.parley.clause.ClauseLanguage.ScopeWords;
import org.parley.clause.ClauseLanguage.Sense;

/// How far clauses reach, in English, and further acts of one norm.
final class EnglishScope {

  /// Before a verb: "shall complete the withdrawal".
  private static final String NO_VERB =
      "(?<!\\b(?:to|shall|will|must|may|should|and|or|immediately|promptly)\\s)(?<!^)";

  private static final String LET = "(?:restrictions?|hindrance|impediments?|limitations?)";

  static final ScopeWords WORDS =
      new ScopeWords(
          List.of(
              sense("always", "at_all_times|at_any_time"),
              sense(
                  "unconditional",
                  "unconditional(?:ly)?|without_(?:any_)?(?:pre-?)?conditions?(?:_whatsoever)?"),
              sense(
                  "unrestricted",
                  "unrestricted|unlimited|unimpeded|unhindered|unfettered|freely|without_(?:any_)?"
                      + LET
                      + "(?:_whatsoever)?"),
              sense("without exception", "without_(?:any_)?exceptions?"),
              sense("all", "(?<!\\b(?:at|above|after|first_of)\\s)all|every|any"),
              sense(
                  "full",
                  "full|fully|in_full|"
                      + NO_VERB
                      + "complete|completely|entire|entirely|in_(?:its|their)_entirety|comprehensive(?:ly)?"),
              sense("only", "exclusively|solely|only"),
              sense("equal", "equally|in_equal_(?:shares|parts|measure)"),
              sense("jointly", "jointly|together(?!_with)"),
              sense("separately", "separately|individually|unilaterally"),
              sense("irrevocable", "irrevocabl[ey]"),
              sense(
                  "permanent", "permanent(?:ly)?(?!_(?:members?|court|mission|representatives?))"),
              sense(
                  "temporary",
                  "temporar(?:y|ily)|provisional(?:ly)?|on_a_(?:temporary|provisional)_basis"),
              sense("partial", "partial(?:ly)?|in_part|partly"),
              sense("some", "certain|some|several|selected"),
              sense("most", "most(?=_of_)"),
              sense("binding", "(?:legally_)?binding"),
              sense("final", "(?<=\\b(?:is|are|be|as)\\s)final(?!_\\p{L}+(?:ment|tion)\\b)"),
              sense("publicly", "publicly"),
              sense("first", "first(?=[\\s,;.]*$)|as_a_(?:matter_of_)?priority|in_priority")),
          further());

  private EnglishScope() {}

  private static Sense sense(String sense, String words) {
    return new Sense(
        sense,
        WordPattern.pattern(
            "(?<![\\p{L}-])(?:" + words + ")(?![\\p{L}-])", Pattern.CASE_INSENSITIVE));
  }

  /// "Shall be audited and published"; "shall disarm them and release all".
  private static Pattern further() {
    return WordPattern.pattern(
        "(?:\\band|\\bor|,)_(?:also_)?(?:\\p{L}+ly_)?(?:(?<done>\\p{L}{2,}ed|made|held|paid|sent|kept|sold|built|given|put|brought)"
            + "(?=[\\s,;.]*$|[,;]|_(?:by|in|to|at|on|within|with|from|and|or|under|for|without|before|after|as)\\b)"
            + "|(?<does>ensure|implement|release|enact|conduct|adopt|remove|provide|launch|withdraw|create|establish"
            + "|introduce|cease|resume|maintain|submit|notify|publish|appoint|facilitate|disarm|dismantle|prohibit|allow"
            + "|complete|guarantee|respect|promote|restore|recogni[sz]e|lift|grant|protect|verify|dissolve|integrate"
            + "|organi[sz]e|destroy|surrender|return|inform|make|open|close|pay|repeal|allocate|prosecute|punish|prevent)"
            + "(?=_(?:the|its|their|an?|all|any|each|every|both|such|no|to|those|these|[\\p{L}-]+s)\\b(?!_of\\b)))",
        Pattern.CASE_INSENSITIVE);
  }
}
