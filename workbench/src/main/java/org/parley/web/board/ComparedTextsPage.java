package org.parley.web.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.answer.texts.EditAnswer;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;
import org.parley.document.ElementKind;
import org.parley.document.InstrumentTexts;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.exchange.document.TextChoice;
import org.parley.exchange.document.WrittenText;
import org.parley.model.cases.AsOf;
import org.parley.model.text.Instrument;
import org.parley.redline.ComparedElement;
import org.parley.web.comment.CommentDraft;
import org.parley.web.comment.CommentForms;
import org.parley.web.comment.CommentInput;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// Two whole texts of an instrument, compared word by word. Each change has a number and an anchor;
/// what did not change is folded.
///
/// @param open the case
/// @param text the later text, and the earlier one
/// @param texts every text of the instrument, the oldest first
/// @param stretches changes, and what lies between them
/// @param does what the changes do
/// @param comments the comments on the changes, and the forms for further ones
public record ComparedTextsPage(
    OpenCase open,
    WrittenText text,
    List<AvailableText> texts,
    List<TextStretch> stretches,
    EditAnswer does,
    ComparedComments comments) {

  /// A change, or elements that did not change.
  ///
  /// @param number the number of the change, from 1; 0 for no change
  /// @param elements the element that changed, or those that did not
  /// @param name the element that changed, as a list names it; empty for no change
  /// @param movedName the same of the other place of an element that moved; empty for others
  public record TextStretch(
      int number, List<ComparedElement> elements, String name, String movedName) {

    public boolean isChange() {
      return number > 0;
    }

    /// Whether the element of a change is in the earlier text alone.
    public boolean isRemoved() {
      return changed().after() == null;
    }

    /// The key of the form that comments on a change.
    public String key() {
      return CommentInput.key(changed().element().id(), isRemoved());
    }

    /// The element of a change.
    public ComparedElement changed() {
      return elements.getFirst();
    }
  }

  /// The page of an address; by default, the last two versions.
  ///
  /// @throws NotOnRecord if there is no such instrument or version, or it has one text or none
  public static ComparedTextsPage of(OpenCase open, String id, Query query) {
    List<Instrument> several =
        open.view().instruments().stream()
            .filter(each -> InstrumentTexts.of(open.view(), each).list().size() > 1)
            .toList();
    Instrument instrument =
        several.stream()
            .filter(each -> each.id().value().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotOnRecord(
                        "instrument with several texts",
                        id,
                        several.stream().map(each -> each.id().value()).toList()));
    List<AvailableText> texts = InstrumentTexts.of(open.view(), instrument).list();
    String to = query.text("to");
    String from = query.text("from");
    String later = to == null ? texts.getLast().version() : to;
    WrittenText text =
        WholeTextPage.find(
            open,
            new TextChoice(
                id, later, from == null ? before(texts, later) : from, query.text("language")));
    EditAnswer does = EditAnswer.of(text, open.board(new AsOf(open.lastDay(), LocalDate.MAX)));
    return new ComparedTextsPage(
        open,
        text,
        texts,
        stretches(text),
        does,
        new ComparedComments(
            text, texts, text.comments(), new CommentForms(open.view(), null, CommentDraft.NONE)));
  }

  /// The same with forms for comments of a visitor.
  ///
  /// @param typed what was sent and not saved
  public ComparedTextsPage commentedBy(Visitor visitor, CommentDraft typed) {
    CommentForms forms = new CommentForms(open.view(), visitor, typed);
    return new ComparedTextsPage(open, text, texts, stretches, does, comments.with(forms));
  }

  private static String before(List<AvailableText> texts, String later) {
    String before = texts.getFirst().version();
    for (AvailableText each : texts) {
      if (each.version().equals(later)) {
        break;
      }
      before = each.version();
    }
    return before;
  }

  private static List<TextStretch> stretches(WrittenText text) {
    DocumentText earlier = text.earlier();
    Map<String, String> before = earlier == null ? Map.of() : names(earlier);
    Map<String, String> after = names(text.text());
    List<TextStretch> stretches = new ArrayList<>();
    List<ComparedElement> same = new ArrayList<>();
    int number = 0;
    for (ComparedElement each : text.comparison().elements()) {
      if (each.isChanged()) {
        if (!same.isEmpty()) {
          stretches.add(unchanged(same));
          same.clear();
        }
        number++;
        stretches.add(
            new TextStretch(
                number,
                List.of(each),
                name(each.element(), each.after() == null ? before : after),
                name(each.moved(), each.after() == null ? after : before)));
      } else if (!each.lines().isEmpty()) {
        same.add(each);
      }
    }
    if (!same.isEmpty()) {
      stretches.add(unchanged(same));
    }
    return List.copyOf(stretches);
  }

  private static TextStretch unchanged(List<ComparedElement> same) {
    return new TextStretch(0, List.copyOf(same), "", "");
  }

  private static String name(@Nullable DocumentElement of, Map<String, String> names) {
    return of == null ? "" : names.getOrDefault(of.id(), "");
  }

  private static Map<String, String> names(DocumentText text) {
    Map<String, String> names = new HashMap<>();
    text.elements().forEach(each -> name(each, "", names));
    return names;
  }

  /// Names an element and all in it: an item by those around it, up to the article.
  private static void name(DocumentElement each, String around, Map<String, String> names) {
    boolean isItem = each.kind() == ElementKind.ITEM;
    String own = label(each);
    names.put(each.id(), isItem && !around.isEmpty() ? around + ", " + own : own);
    String below = isItem && !around.isEmpty() ? around + ", " + each.number() : each.number();
    each.parts().forEach(part -> name(part, part.kind() == ElementKind.ITEM ? below : "", names));
  }

  public Frame frame() {
    return Frame.of(
        Say.text("compared-texts.title", "title", text.title()), open.view().info(), "instruments");
  }

  /// The changes, in the order of the text.
  public List<TextStretch> changes() {
    return stretches.stream().filter(TextStretch::isChange).toList();
  }

  /// Whether a comment was sent that no form of this page shows again.
  public boolean isAdrift() {
    CommentDraft typed = comments.forms().typed();
    return !typed.problem().isEmpty()
        && changes().stream().noneMatch(each -> typed.isOn(each.key()))
        && comments.known().threads().stream()
            .noneMatch(each -> typed.isOn(each.thread().first().id().value()));
  }

  /// The change of an element.
  ///
  /// @param removed whether the element is in the earlier text alone
  public Optional<TextStretch> change(String element, boolean removed) {
    return changes().stream()
        .filter(each -> each.changed().element().id().equals(element))
        .filter(each -> each.isRemoved() == removed)
        .findFirst();
  }

  /// The consequences of a change, the most serious first.
  ///
  /// @param change its number; 0 for what no single change shows
  public List<EditAnswer.EditConsequence> does(int change) {
    return does.consequences().stream()
        .filter(each -> Objects.requireNonNullElse(each.change(), 0) == change)
        .toList();
  }

  /// The effects of a change on the case.
  public List<EditAnswer.EditEffect> effects(int change) {
    return does.effects().stream().filter(each -> each.changes().contains(change)).toList();
  }

  /// The name of an element in a list: its number and heading, or the beginning of its words.
  private static String label(DocumentElement element) {
    return element.label().isEmpty()
        ? Say.text("compared-texts.unnumbered", "kind", element.kind())
        : element.label();
  }

  /// A Word document with these changes tracked.
  public String word() {
    AvailableText against = text.against();
    return Link.to(Address.TEXT_DOCX)
        + "?instrument="
        + Link.encoded(text.instrument().id().value())
        + "&version="
        + Link.encoded(text.version().version())
        + (against == null ? "" : "&against=" + Link.encoded(against.version()));
  }
}
