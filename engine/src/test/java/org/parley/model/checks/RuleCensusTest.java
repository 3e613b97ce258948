package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.ReloadingLoader;
import org.parley.model.Refusal;

/// Every rule of a case is broken by some test: each place in the checks from which a problem is
/// reported, read off the compiled code, reports one when the tests of this package run, and each
/// code of a [Rule] is among the problems.
class RuleCensusTest {

  private static final String PACKAGE = "org/parley/model/checks/";
  private static final Set<String> ASKING =
      Set.of("Settling.class", "SettlingRun.class", "CaseIndex.class");

  /// A method of a class: name and descriptor.
  private record Called(String owner, String method) {}

  private record Place(Called caller, Called called, int line) {}

  @Test
  void everyRuleIsBrokenBySomeTest() throws ReflectiveOperationException, IOException {
    Set<String> rules = rules();
    assertTrue(rules.size() > 90, "rules " + rules.size());
    Broken broken = broken();
    Set<String> untested = new TreeSet<>(rules);
    untested.removeAll(broken.places);
    assertEquals(Set.of(), untested, "rules that no test breaks");
    Set<String> unbroken = new TreeSet<>(codes());
    unbroken.removeAll(broken.codes);
    assertEquals(Set.of(), unbroken, "codes that no test gives");
  }

  /// What was reported: from where, and the codes.
  private record Broken(Set<String> places, Set<String> codes) {}

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (Class<?> form : Rule.class.getPermittedSubclasses()) {
      if (form.isEnum()) {
        for (Object each : form.getEnumConstants()) {
          codes.add(((Rule) each).code());
        }
      } else {
        codes.add(Refusal.codeOf(form));
      }
    }
    return codes;
  }

  /// The class files of this package that lie where a class was compiled to. `Settling`, its run
  /// and `CaseIndex` ask the rules and have none of their own.
  private static List<Path> classesBeside(Class<?> type) throws IOException {
    URI root = URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
    try (Stream<Path> files = Files.list(Path.of(root).resolve(PACKAGE))) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !ASKING.contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  /// Every place from which a report may be reached.
  private static Set<String> rules() throws IOException {
    List<Place> calls = new ArrayList<>();
    for (Path file : classesBeside(CaseChecks.class)) {
      ClassModel model = ClassFile.of().parse(file);
      model.methods().forEach(method -> calls.addAll(calls(model, method)));
    }
    Set<Called> reporting = new HashSet<>();
    calls.stream()
        .map(Place::called)
        .filter(
            each ->
                each.owner.equals(PACKAGE + "RecordsUnderCheck")
                    && each.method.startsWith("report("))
        .forEach(reporting::add);
    int before = 0;
    while (reporting.size() > before) {
      before = reporting.size();
      for (Place call : calls) {
        if (reporting.contains(call.called)) {
          reporting.add(call.caller);
        }
      }
    }
    Set<String> places = new TreeSet<>();
    for (Place call : calls) {
      if (reporting.contains(call.called)) {
        places.add(call.caller.owner.substring(PACKAGE.length()) + ".java:" + call.line);
      }
    }
    return places;
  }

  private static List<Place> calls(ClassModel model, MethodModel method) {
    List<Place> calls = new ArrayList<>();
    var caller =
        new Called(
            model.thisClass().asInternalName(),
            method.methodName().stringValue() + method.methodType().stringValue());
    int line = 0;
    for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
      switch (element) {
        case LineNumber at -> line = at.line();
        case InvokeInstruction call when call.owner().asInternalName().startsWith(PACKAGE) ->
            calls.add(
                new Place(
                    caller,
                    new Called(
                        call.owner().asInternalName(),
                        call.name().stringValue() + call.type().stringValue()),
                    line));
        default -> {}
      }
    }
    return calls;
  }

  /// Has every report tell where it comes from.
  private static Optional<ClassTransform> telling(ClassModel model) {
    return switch (model.thisClass().asInternalName()) {
      case PACKAGE + "RecordsUnderCheck" ->
          Optional.of(
              ClassTransform.transformingMethodBodies(
                  method -> method.methodName().equalsString("report"),
                  CodeTransform.ofStateful(Telling::new)));
      case PACKAGE + "CaseViolation" ->
          Optional.of(
              ClassTransform.transformingMethodBodies(
                  method -> method.methodName().equalsString("<init>"),
                  CodeTransform.ofStateful(TellingCode::new)));
      default -> Optional.empty();
    };
  }

  private static final class TellingCode implements CodeTransform {
    @Override
    public void atStart(CodeBuilder builder) {
      builder
          .aload(3)
          .invokestatic(
              ClassDesc.of("org.parley.model.checks.Reports"),
              "broken",
              MethodTypeDesc.of(
                  ConstantDescs.CD_void, ClassDesc.of("org.parley.model.checks.Rule")));
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
      builder.with(element);
    }
  }

  private static final class Telling implements CodeTransform {
    @Override
    public void atStart(CodeBuilder builder) {
      builder.invokestatic(
          ClassDesc.of("org.parley.model.checks.Reports"), "reported", ConstantDescs.MTD_void);
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
      builder.with(element);
    }
  }

  /// What was reported while the tests ran.
  private static Broken broken() throws ReflectiveOperationException, IOException {
    var loader =
        new ReloadingLoader(RuleCensusTest.class.getClassLoader(), RuleCensusTest::telling);
    for (Path file : classesBeside(RuleCensusTest.class)) {
      String name = file.getFileName().toString().replace(".class", "");
      if (!name.endsWith("ChecksTest")) {
        continue;
      }
      Class<?> type = loader.loadClass("org.parley.model.checks." + name);
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class) && !Modifier.isStatic(method.getModifiers())) {
          Constructor<?> constructor = type.getDeclaredConstructor();
          constructor.setAccessible(true);
          method.setAccessible(true);
          method.invoke(constructor.newInstance());
        }
      }
    }
    Class<?> reports = loader.loadClass("org.parley.model.checks.Reports");
    return new Broken(strings(reports, "places"), strings(reports, "codes"));
  }

  private static Set<String> strings(Class<?> reports, String method)
      throws ReflectiveOperationException {
    Set<String> all = new LinkedHashSet<>();
    for (Object each : (Set<?>) reports.getMethod(method).invoke(null)) {
      all.add(each.toString());
    }
    return all;
  }
}
