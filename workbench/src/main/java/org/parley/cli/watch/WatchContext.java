package org.parley.cli.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.Likeness;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.wording.Messages;
import org.parley.wording.VerdictWording;

/// The context of both reports: commitments by id, and the origin of each entry.
final class WatchContext {

  private final Messages messages = Messages.current();
  private final Map<GuaranteeId, Commitment> commitments = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();

  WatchContext(List<Commitment> commitments) {
    commitments.forEach(each -> this.commitments.put(each.id(), each));
  }

  void remember(LogRecord record) {
    for (LoggedFact each : record.entries()) {
      places.put(each.id(), record.origin().toString());
    }
  }

  /// The origin of an entry: file and line, or the case.
  String place(String entry) {
    return places.getOrDefault(entry, "case");
  }

  Commitment commitment(Duty duty) {
    Commitment commitment = commitments.get(duty.guarantee());
    if (commitment == null) {
      throw new IllegalArgumentException("no guarantee " + duty.guarantee());
    }
    return commitment;
  }

  String act(Duty duty) {
    return commitment(duty).ladder().get(duty.tier()).act();
  }

  String tier(Duty duty) {
    return commitment(duty).ladder().get(duty.tier()).name();
  }

  List<String> owes(Duty duty) {
    PartyId obligor = duty.obligor();
    return obligor != null
        ? List.of(obligor.value())
        : commitment(duty).obligors().stream().map(PartyId::value).toList();
  }

  /// The party it is owed to; null if none is named, or several are.
  @Nullable PartyId owedTo(Duty duty) {
    return commitment(duty).owedTo(duty.obligor());
  }

  Messages messages() {
    return messages;
  }

  String state(Lifecycle state) {
    return messages.text("guarantees.state", "state", state);
  }

  /// The reasons of duty states, with parties by their ids.
  VerdictWording verdicts() {
    return new VerdictWording(messages, PartyId::value, this::state);
  }

  /// The origins of the records that a state rests on, each once, in words.
  List<String> places(DutyVerdict verdict) {
    return verdict.because().stream().map(this::placeInWords).distinct().toList();
  }

  String placeInWords(String entry) {
    String place = places.get(entry);
    return place == null ? messages.text("watch.text.case") : place;
  }

  /// A reason why two reports may be of one event.
  String likeness(Likeness likeness) {
    return switch (likeness) {
      case Likeness.Plain plain -> messages.text("watch.text.like", "like", plain);
      case Likeness.MinutesApart(long minutes) ->
          messages.text("watch.text.minutes-apart", "minutes", minutes);
      case Likeness.KilometresApart(long kilometres) ->
          messages.text("watch.text.kilometres-apart", "kilometres", kilometres);
      case Likeness.SameKind(String kind) -> messages.text("watch.text.same-kind", "kind", kind);
    };
  }

  /// A moment, or a dash for none.
  static String moment(long moment) {
    return moment == Moments.NEVER || moment == Moments.ALWAYS ? "-" : Moments.text(moment);
  }

  static boolean isBroken(Lifecycle state) {
    return state == Lifecycle.BREACHED || state == Lifecycle.ESCALATED;
  }

  /// Without characters that could steer a terminal.
  static String plain(String words) {
    StringBuilder plain = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(
            c -> {
              boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
              plain.appendCodePoint(
                  c == '\n' ? ' ' : turns || Character.isISOControl(c) ? 0xFFFD : c);
            });
    return plain.toString();
  }
}
