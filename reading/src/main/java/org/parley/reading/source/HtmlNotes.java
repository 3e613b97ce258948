package org.parley.reading.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// The notes of a page, to which marks link. Each follows the paragraph that it belongs to, after
/// an asterisk. Other raised signs become superscript digits.
final class HtmlNotes {

  private static final Pattern MARK =
      Pattern.compile("[\\[(]?(?:\\p{Nd}{1,3}|[a-z*†‡]{1,4})[\\])]?");

  private static final Pattern MARK_OR_ARROW =
      Pattern.compile("[\\s\\[(\\])\\p{Nd}a-z*†‡^↑↩︎]{0,6}");

  /// The mark before the words of a note, and the arrow that links back.
  private static final Pattern BEFORE_NOTE =
      Pattern.compile("^[\\s^↑↩*†‡\\[(]*+(?:\\p{Nd}{1,3}(?!\\p{Nd}))?+[\\s\\])*†‡.:↩^]*+");

  private static final Set<String> HOLDERS = Set.of("li", "p", "div", "dd", "aside");
  private static final String RAISED = "sup,[style~=(?i)vertical-align:\\s*super]";

  /// Marks of notes that stand nowhere on the page, or cannot be told from other parts of it.
  private static final String LINKED = "sup:has(a[href^=#])";

  private static final int MOST_NOTES = 2_000;
  private static final int MOST_NODES = 500;
  private static final int LONGEST_NOTE = 5_000;

  /// A note of a page.
  ///
  /// @param words its words without its mark
  /// @param back the places that it links to
  private record HeldNote(Element holder, String words, Set<String> back) {}

  private final Map<String, Element> targets = new HashMap<>();
  private final Map<Element, Optional<HeldNote>> notes = new HashMap<>();
  private int placed;

  private HtmlNotes(Document page) {
    for (Element each : page.select("[id],a[name]")) {
      targets.putIfAbsent(each.id(), each);
      targets.putIfAbsent(each.attr("name"), each);
    }
    targets.remove("");
  }

  static void place(Document page) {
    HtmlNotes notes = new HtmlNotes(page);
    page.select("a[href^=#]").forEach(notes::place);
    page.select(LINKED).forEach(each -> each.text("*"));
    for (Element each : page.select(RAISED)) {
      if (each.parents().stream().noneMatch(it -> it.is(RAISED))) {
        each.text(RaisedMarks.of(each.text(), before(each)));
      }
    }
  }

  private void place(Element link) {
    Element target = targets.get(link.attr("href").substring(1));
    if (target == null || placed >= MOST_NOTES || !MARK.matcher(link.text().strip()).matches()) {
      return;
    }
    HeldNote note = notes.computeIfAbsent(target, HtmlNotes::note).orElse(null);
    Element block = block(link);
    if (note == null || block == null || !isCitedBy(note, link)) {
      return;
    }
    Element mark = link.closest("sup");
    (mark == null ? link : mark).text("*");
    block.after(new Element("p").text("* " + note.words));
    note.holder.remove();
    placed++;
  }

  /// Whether a mark is one of the note: the note links back to it.
  private static boolean isCitedBy(HeldNote note, Element link) {
    Set<String> own = new HashSet<>(Set.of(link.id(), link.attr("name")));
    link.parents().stream().limit(2).forEach(each -> own.add(each.id()));
    link.children().forEach(each -> own.add(each.id()));
    own.remove("");
    return note.back.stream().anyMatch(own::contains) && !link.parents().contains(note.holder);
  }

  private static Optional<HeldNote> note(Element target) {
    Element holder = target;
    while (holder != null && !HOLDERS.contains(holder.normalName())) {
      holder = holder.parent();
    }
    if (holder == null) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    Set<String> back = new HashSet<>();
    int length = 0;
    Iterator<Node> nodes = holder.nodeStream().limit(MOST_NODES).iterator();
    while (nodes.hasNext() && length <= LONGEST_NOTE) {
      Node each = nodes.next();
      if (each instanceof Element element && element.attr("href").startsWith("#")) {
        back.add(element.attr("href").substring(1));
      } else if (each instanceof TextNode text && !isInBackLink(text)) {
        words.add(text.getWholeText());
        length += text.getWholeText().length();
      }
    }
    String said = String.join("", words).replaceAll("\\s+", " ");
    String note = BEFORE_NOTE.matcher(said).replaceFirst("").strip();
    return nodes.hasNext() || note.isEmpty()
        ? Optional.empty()
        : Optional.of(new HeldNote(holder, note, back));
  }

  private static boolean isInBackLink(TextNode text) {
    Element parent = text.parent();
    Element link = parent == null ? null : parent.closest("a[href^=#]");
    return link != null && MARK_OR_ARROW.matcher(link.text().strip()).matches();
  }

  /// The outermost table, or the innermost paragraph, that a mark stands in.
  private static @Nullable Element block(Element link) {
    Element block = null;
    for (Element each : link.parents()) {
      if (each.normalName().equals("table") || (block == null && each.isBlock())) {
        block = each;
      }
    }
    return block == null || block.parent() == null ? null : block;
  }

  private static String before(Element raised) {
    Node before = raised.previousSibling();
    return before instanceof TextNode text
        ? text.getWholeText()
        : before instanceof Element element ? element.text() : "";
  }
}
