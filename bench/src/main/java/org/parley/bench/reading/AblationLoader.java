package org.parley.bench.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Phrases;

/// Loads the packages of rules with a call of [AblationSwitch] after every result: of a method, of
/// a named condition, of a single test.
///
/// Named conditions are known if the classes hold the names of local variables (`javac -g`).
final class AblationLoader extends ClassLoader {

  private static final List<String> PACKAGES =
      List.of("org.parley.reading.rules.", "org.parley.reading.people.");
  private static final ClassDesc SWITCH = desc(AblationSwitch.class);

  /// The kind of a rule.
  enum Kind {
    METHOD,
    CONDITION,
    TEST
  }

  /// A place in the code whose result can be replaced.
  ///
  /// @param isTruth whether the result is a truth value
  record Rule(Kind kind, String type, String name, int line, boolean isTruth) {
    @Override
    public String toString() {
      return type.substring(type.lastIndexOf('.') + 1) + "." + name + ":" + line;
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  AblationLoader() {
    super(AblationLoader.class.getClassLoader());
  }

  List<Rule> rules() {
    return rules;
  }

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (PACKAGES.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = AblationLoader.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = instrumented(name, in.readAllBytes());
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] instrumented(String name, byte[] bytes) {
    ClassFile files = ClassFile.of();
    ClassModel model = files.parse(bytes);
    return files.transformClass(
        model,
        (builder, element) -> {
          if (element instanceof MethodModel method && method.code().isPresent()) {
            builder.transformMethod(
                method,
                (inner, part) -> {
                  if (part instanceof CodeModel code) {
                    inner.transformCode(code, new Hooks(name, method));
                  } else {
                    inner.with(part);
                  }
                });
          } else {
            builder.with(element);
          }
        });
  }

  /// Adds the calls to one method.
  private final class Hooks implements CodeTransform {
    private final String type;
    private final String method;
    private final boolean isOwn;
    private final ClassDesc returned;
    private final List<LocalVariableInfo> variables;
    private final boolean mayBeMissing;
    private int line;
    private int at;
    private int methodRule = -1;

    Hooks(String type, MethodModel model) {
      this.type = type;
      method = model.methodName().stringValue();
      isOwn = !method.startsWith("lambda$") && !method.startsWith("<") && !method.equals("equals");
      returned = model.methodTypeSymbol().returnType();
      CodeAttribute code = model.findAttribute(Attributes.code()).orElseThrow();
      variables =
          code.findAttribute(Attributes.localVariableTable())
              .map(each -> each.localVariables())
              .orElse(List.of());
      mayBeMissing = hasMinusOne(code);
    }

    private static boolean hasMinusOne(CodeAttribute code) {
      return code.elementStream()
          .anyMatch(
              each ->
                  each instanceof Instruction instruction
                      && instruction.opcode() == java.lang.classfile.Opcode.ICONST_M1);
    }

    private int rule(Kind kind, String what, boolean isTruth) {
      rules.add(new Rule(kind, type, what, line, isTruth));
      return rules.size() - 1;
    }

    private void call(CodeBuilder code, String hook, ClassDesc value, int rule) {
      code.loadConstant(rule);
      code.invokestatic(SWITCH, hook, MethodTypeDesc.of(value, value, ConstantDescs.CD_int));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      switch (element) {
        case LineNumber number -> line = number.line();
        case ReturnInstruction _ when isOwn -> result(code);
        case StoreInstruction store -> condition(code, store);
        default -> {}
      }
      if (element instanceof Instruction instruction) {
        at += instruction.sizeInBytes();
      }
      if (element instanceof InvokeInstruction invoke) {
        invoked(code, invoke);
      } else {
        code.with(element);
      }
    }

    private void result(CodeBuilder code) {
      String name = returned.displayName();
      boolean isTruth = returned.equals(ConstantDescs.CD_boolean);
      boolean isIndex = returned.equals(ConstantDescs.CD_int) && mayBeMissing;
      if (!isTruth && !isIndex && !name.equals("Optional") && !name.equals("List")) {
        return;
      }
      methodRule = methodRule < 0 ? rule(Kind.METHOD, method, isTruth) : methodRule;
      if (isTruth) {
        call(code, "flag", returned, methodRule);
      } else if (isIndex) {
        call(code, "index", returned, methodRule);
      } else {
        String hook = name.equals("List") ? "list" : "optional";
        call(code, hook, ConstantDescs.CD_Object, methodRule);
        code.checkcast(returned);
      }
    }

    private void condition(CodeBuilder code, StoreInstruction store) {
      int next = at + store.sizeInBytes();
      variables.stream()
          .filter(each -> each.slot() == store.slot() && each.type().equalsString("Z"))
          .filter(each -> each.startPc() <= next && next <= each.startPc() + each.length())
          .findFirst()
          .ifPresent(
              each -> {
                String name = method + "." + each.name().stringValue();
                call(code, "flag", ConstantDescs.CD_boolean, rule(Kind.CONDITION, name, true));
              });
    }

    private void invoked(CodeBuilder code, InvokeInstruction invoke) {
      String name = invoke.name().stringValue();
      ClassDesc owner = invoke.owner().asSymbol();
      MethodTypeDesc signature = invoke.typeSymbol();
      if (owner.equals(desc(Parser.class)) && (name.equals("parse") || name.equals("apart"))) {
        code.invokestatic(SWITCH, name, signature);
      } else if (owner.equals(desc(Lexicon.class)) && name.equals("get")) {
        code.invokestatic(
            SWITCH,
            "phrases",
            MethodTypeDesc.of(desc(Phrases.class), owner, ConstantDescs.CD_String));
      } else {
        code.with(invoke);
        if (signature.returnType().equals(ConstantDescs.CD_boolean) && !isBookkeeping(owner)) {
          call(code, "flag", ConstantDescs.CD_boolean, rule(Kind.TEST, method + "/" + name, true));
        }
      }
    }

    /// Collections, unlike a look at words.
    private static boolean isBookkeeping(ClassDesc owner) {
      return owner.packageName().equals("java.util") && !owner.displayName().equals("Optional");
    }
  }
}
