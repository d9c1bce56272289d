@echo off
rem Rebound. Without a command it opens the window, with one it works in the console: try "rebound --help".
rem   REBOUND_JAVA_OPTS  further options for Java, for example -Xmx2g
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%HOME_DIR%jre\bin\java.exe" set "JAVA=%HOME_DIR%jre\bin\java.exe"
"%JAVA%" -version >nul 2>nul
if errorlevel 1 (
	echo Rebound needs Java 21 or newer, and none was found. Install one, or set JAVA_HOME to its folder. 1>&2
	exit /b 69
)
for %%f in ("%HOME_DIR%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
set "STATE=%LOCALAPPDATA%\Rebound"
if "%~1"=="-nl" goto window
if not "%~1"=="" goto command

:window
"%JAVA%" %REBOUND_JAVA_OPTS% -jar "%LAUNCHER%" -data "%STATE%\workspace" %*
if %errorlevel%==23 goto window
if %errorlevel%==24 goto window
exit /b %errorlevel%

:command
for %%f in ("%HOME_DIR%plugins\org.eclipse.osgi_*.jar") do set "FRAMEWORK=%%f"
for %%f in ("%HOME_DIR%plugins\rebound.headless_*.jar") do set "HEADLESS=%%f"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -Xmn96m -Djava.awt.headless=true %REBOUND_JAVA_OPTS% -cp "%FRAMEWORK%;%HEADLESS%" rebound.headless.internal.Start "%HOME_DIR%." "%HOME_DIR%configuration\org.eclipse.equinox.simpleconfigurator\bundles.info" "%STATE%\commands" %*
exit /b %errorlevel%
