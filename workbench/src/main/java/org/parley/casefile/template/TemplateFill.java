package org.parley.casefile.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.template.RecordTemplate.TemplateNumber;
import org.parley.casefile.template.RecordTemplate.TemplateRole;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.date.ZonedMoment;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.wording.Complaint;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// A template with what was entered for it.
///
/// @param template the template
/// @param language the language of titles and reasons
/// @param parties by role, the ids of parties as entered
/// @param numbers by name, the numbers as entered; those left out have their usual value
/// @param points the ids of points as entered
/// @param opens the opening of a round as entered; empty for none
/// @param closes its closing hour as entered; empty for none
public record TemplateFill(
    RecordTemplate template,
    Language language,
    Map<String, List<String>> parties,
    Map<String, String> numbers,
    List<String> points,
    String opens,
    String closes) {

  /// The field of points.
  public static final String POINTS = "points";

  /// The field of the opening of a round.
  public static final String OPENS = "opens";

  /// The field of its closing hour.
  public static final String CLOSES = "closes";

  private static final int LONGEST_SHOWN = 60;

  public TemplateFill {
    Map<String, List<String>> named = new LinkedHashMap<>();
    parties.forEach((role, ids) -> named.put(role, stated(ids)));
    parties = Map.copyOf(named);
    numbers = Map.copyOf(numbers);
    points = stated(points);
    opens = opens.strip();
    closes = closes.strip();
  }

  private static List<String> stated(List<String> ids) {
    return ids.stream().map(String::strip).filter(each -> !each.isEmpty()).distinct().toList();
  }

  /// A template before anything is entered.
  public static TemplateFill empty(RecordTemplate template, Language language) {
    return new TemplateFill(template, language, Map.of(), Map.of(), List.of(), "", "");
  }

  /// A fault of what was entered.
  ///
  /// @param field the role, the number, [#POINTS], [#OPENS] or [#CLOSES]
  public record FillFault(String field, Complaint complaint) {}

  /// The parties of a role as entered.
  public List<String> of(TemplateRole role) {
    return parties.getOrDefault(role.word(), List.of());
  }

  /// A number as entered, or its usual value.
  public String of(TemplateNumber number) {
    String stated = numbers.getOrDefault(number.word(), "").strip();
    return stated.isEmpty() ? Integer.toString(number.usual()) : stated;
  }

  /// Everything that is wrong with it; empty if it gives records.
  public List<FillFault> faults(CaseView view) {
    List<FillFault> faults = new ArrayList<>();
    unknown(faults);
    for (TemplateRole role : template.roles()) {
      role(view, role, faults);
    }
    for (TemplateNumber number : template.numbers()) {
      String stated = of(number);
      if (value(number) == null) {
        faults.add(
            new FillFault(
                number.word(),
                complaint(new TemplateFault.NumberOutside(number.least(), number.most()), stated)));
      }
    }
    if (template.hasPoints()) {
      points(view, faults);
    }
    if (template.hasMoments()) {
      moment(OPENS, opens, faults);
      moment(CLOSES, closes, faults);
    }
    return List.copyOf(faults);
  }

  private void unknown(List<FillFault> faults) {
    Set<String> roles = new HashSet<>();
    template.roles().forEach(each -> roles.add(each.word()));
    Set<String> known = new HashSet<>();
    template.numbers().forEach(each -> known.add(each.word()));
    parties.keySet().stream()
        .filter(each -> !roles.contains(each))
        .sorted()
        .forEach(each -> faults.add(notOfTemplate(each)));
    numbers.keySet().stream()
        .filter(each -> !known.contains(each))
        .sorted()
        .forEach(each -> faults.add(notOfTemplate(each)));
    if (!template.hasPoints() && !points.isEmpty()) {
      faults.add(notOfTemplate(POINTS));
    }
    if (!template.hasMoments() && !opens.isEmpty()) {
      faults.add(notOfTemplate(OPENS));
    }
    if (!template.hasMoments() && !closes.isEmpty()) {
      faults.add(notOfTemplate(CLOSES));
    }
  }

  private static FillFault notOfTemplate(String field) {
    return new FillFault(field, complaint(TemplateFault.Plain.NOT_OF_THE_TEMPLATE, field));
  }

  private static Complaint complaint(TemplateFault fault, String value) {
    return new Complaint(
        fault, value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…");
  }

  private void role(CaseView view, TemplateRole role, List<FillFault> faults) {
    List<String> stated = of(role);
    for (String each : stated) {
      if (party(view, each).isEmpty()) {
        faults.add(new FillFault(role.word(), complaint(TemplateFault.Plain.NO_SUCH_PARTY, each)));
        return;
      }
    }
    if (stated.size() < role.least() || stated.size() > role.most()) {
      faults.add(
          new FillFault(
              role.word(),
              complaint(
                  new TemplateFault.PartiesOfRole(stated.size(), role.least(), role.most()),
                  String.join(", ", stated))));
    }
    for (TemplateRole earlier : template.roles()) {
      if (earlier.equals(role)) {
        return;
      }
      for (String each : stated) {
        if (excludes(earlier, role) && of(earlier).contains(each)) {
          faults.add(
              new FillFault(role.word(), complaint(TemplateFault.Plain.PARTY_IN_TWO_ROLES, each)));
          return;
        }
      }
    }
  }

  /// Nobody is protected against itself, or gives what it receives. A guarantor may monitor, and a
  /// protected party may be one of several guarantors.
  private static boolean excludes(TemplateRole one, TemplateRole other) {
    Set<String> both = Set.of(one.word(), other.word());
    return both.equals(Set.of("bound", "protected"))
        || both.equals(Set.of("withdrawing", "other"))
        || both.equals(Set.of("disarming", "releasing"));
  }

  private void points(CaseView view, List<FillFault> faults) {
    Set<InstrumentId> texts = new HashSet<>();
    for (String each : points) {
      Point point = point(view, each).orElse(null);
      if (point == null) {
        faults.add(new FillFault(POINTS, complaint(TemplateFault.Plain.NO_SUCH_POINT, each)));
        return;
      }
      texts.add(point.instrument());
    }
    if (points.isEmpty()) {
      faults.add(new FillFault(POINTS, complaint(TemplateFault.Plain.POINTS_NEEDED, "")));
    } else if (texts.size() > 1 && template.shelf() == RecordTemplate.Shelf.GUARANTEES) {
      faults.add(
          new FillFault(
              POINTS,
              complaint(TemplateFault.Plain.POINTS_OF_SEVERAL_TEXTS, String.join(", ", points))));
    }
  }

  private static void moment(String field, String stated, List<FillFault> faults) {
    if (stated.isEmpty()) {
      faults.add(new FillFault(field, complaint(TemplateFault.Plain.MOMENT_NEEDED, "")));
      return;
    }
    try {
      new ZonedMoment(stated);
    } catch (InvalidValueException e) {
      faults.add(new FillFault(field, Complaint.of(e)));
    }
  }

  private static Optional<PartyId> party(CaseView view, String id) {
    return Id.SYNTAX.matcher(id).matches()
        ? Optional.of(new PartyId(id)).filter(each -> view.find(each).isPresent())
        : Optional.empty();
  }

  private static Optional<Point> point(CaseView view, String id) {
    return Id.SYNTAX.matcher(id).matches() ? view.find(new PointId(id)) : Optional.empty();
  }

  private @Nullable Integer value(TemplateNumber number) {
    String stated = of(number);
    if (!stated.matches("\\d{1,6}")) {
      return null;
    }
    int value = Integer.parseInt(stated);
    return value < number.least() || value > number.most() ? null : value;
  }

  /// Its records, with free ids.
  ///
  /// @param taken the ids in use; those of the records are added
  /// @param readers the readers of its records; a package of a round is a draft of the mediator's
  /// @throws IllegalStateException if it has faults
  public List<CaseRecord> records(CaseView view, Set<String> taken, Visibility readers) {
    if (!faults(view).isEmpty()) {
      throw new IllegalStateException("a template with faults has no records");
    }
    Map<String, List<PartyId>> roles = new LinkedHashMap<>();
    for (TemplateRole role : template.roles()) {
      roles.put(role.word(), of(role).stream().map(PartyId::new).toList());
    }
    Map<String, Integer> values = new LinkedHashMap<>();
    for (TemplateNumber number : template.numbers()) {
      values.put(number.word(), Objects.requireNonNull(value(number)));
    }
    Blanks blanks =
        new Blanks(
            view,
            Messages.of(language),
            roles,
            values,
            points.stream().map(PointId::new).toList(),
            taken,
            readers);
    return switch (template) {
      case LADDER -> new GuaranteeShapes(blanks).ladder();
      case SNAPBACK -> new GuaranteeShapes(blanks).snapback();
      case JOINT_MONITORING -> new GuaranteeShapes(blanks).jointMonitoring();
      case PHASED_WITHDRAWAL -> new SequenceShapes(blanks).phasedWithdrawal();
      case CEASEFIRE_THEN_TALKS -> new SequenceShapes(blanks).ceasefireThenTalks();
      case DISARMAMENT_FOR_RELEASE -> new SequenceShapes(blanks).disarmamentForRelease();
      case SINGLE_TEXT -> new RoundShapes(blanks).singleText(moment(opens), moment(closes));
      case FINAL_OFFER -> new RoundShapes(blanks).finalOffer(moment(opens), moment(closes));
    };
  }

  private static ZonedMoment moment(String stated) {
    return new ZonedMoment(stated);
  }
}
