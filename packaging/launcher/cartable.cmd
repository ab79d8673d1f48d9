@echo off
setlocal
rem Starts cartable @version@ with a Node.js of version 20.19 or later: the one that CARTABLE_NODE names, else the one
rem in the folder node\ beside bin\, else the one on the PATH. Its words are without accents: they read in any code page.
set "NODE=%CARTABLE_NODE%"
if not defined NODE if exist "%~dp0..\node\node.exe" set "NODE=%~dp0..\node\node.exe"
if not defined NODE set "NODE=node"
set "MAJOR=0"
set "MINOR=0"
for /f "tokens=1,2 delims=v." %%a in ('^""%NODE%" --version 2^>nul^"') do (
  set "MAJOR=%%a"
  set "MINOR=%%b"
)
if %MAJOR% gtr 20 goto run
if %MAJOR% equ 20 if %MINOR% geq 19 goto run
echo Erreur : cartable demande Node.js 20.19 ou plus; il est sur https://nodejs.org/>&2
echo Installez-le, ou nommez-le dans la variable CARTABLE_NODE.>&2
echo Error: cartable needs Node.js 20.19 or later; it is on https://nodejs.org/>&2
echo Install it, or name it in the variable CARTABLE_NODE.>&2
exit /b 1
:run
set "CARTABLE_STARTED=%~f0"
"%NODE%" "%~dp0..\lib\@version@\dist\bin\cartable.js" %*
exit /b %ERRORLEVEL%
