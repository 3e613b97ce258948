package org.parley.web.export;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the rules of a style sheet that may apply to an element, by the class or name that each
/// needs. Few of some hundred rules are then matched.
final class RuleIndex {

  private static final Pattern CLASS = Pattern.compile("\\.([\\w-]+)");
  private static final Pattern NAME = Pattern.compile("^[a-zA-Z][\\w-]*");
  private static final String COMBINATORS = " >+~";

  private final Map<String, BitSet> byClass = new HashMap<>();
  private final Map<String, BitSet> byName = new HashMap<>();
  private final BitSet others = new BitSet();

  /// @param selectors one for each rule, in the order of the rules
  RuleIndex(List<String> selectors) {
    for (int rule = 0; rule < selectors.size(); rule++) {
      place(selectors.get(rule)).set(rule);
    }
  }

  private BitSet place(String selector) {
    String needed = plain(subject(selector.strip()));
    Matcher ofClass = CLASS.matcher(needed);
    if (ofClass.find()) {
      return set(byClass, ofClass.group(1));
    }
    Matcher ofName = NAME.matcher(needed);
    return ofName.find() ? set(byName, ofName.group()) : others;
  }

  private static BitSet set(Map<String, BitSet> all, String key) {
    return all.computeIfAbsent(key.toLowerCase(Locale.ROOT), _ -> new BitSet());
  }

  /// The part of a selector that is about the element itself: after the last combinator.
  private static String subject(String selector) {
    int depth = 0;
    for (int at = selector.length() - 1; at >= 0; at--) {
      char each = selector.charAt(at);
      depth += each == ')' || each == ']' ? 1 : each == '(' || each == '[' ? -1 : 0;
      if (depth == 0 && COMBINATORS.indexOf(each) >= 0) {
        return selector.substring(at + 1);
      }
    }
    return selector;
  }

  /// Without what is in brackets or follows a colon, which need not name what the element has.
  private static String plain(String subject) {
    int end = subject.length();
    for (char each : new char[] {':', '[', '('}) {
      int at = subject.indexOf(each);
      end = at >= 0 && at < end ? at : end;
    }
    return subject.substring(0, end);
  }

  /// The numbers of the rules that may apply, ascending.
  BitSet of(Element element) {
    BitSet found = (BitSet) others.clone();
    add(found, byName.get(element.normalName()));
    for (String each : element.classNames()) {
      add(found, byClass.get(each.toLowerCase(Locale.ROOT)));
    }
    return found;
  }

  private static void add(BitSet found, @Nullable BitSet more) {
    if (more != null) {
      found.or(more);
    }
  }
}
